import type { ReactNode } from "react";
import { Table } from "#app/ui/govuk/table.tsx";
import { MEMBER_ROLE_NAMES, type MemberRole } from "./partnership.rules.ts";

type Member = { id: number; name: string; role: MemberRole; roleDetail: string | null };

type MemberTableProps = {
  members: readonly Member[];
  /** What can be done to each member, in a column of its own. */
  action?: (member: Member) => ReactNode;
};

/** The member organisations of a partnership. */
export function MemberTable({ members, action }: MemberTableProps) {
  return (
    <Table
      caption="Member organisations"
      rows={members}
      rowKey={(member) => member.id}
      empty="No member organisations are recorded."
      columns={[
        { heading: "Organisation", rowHeader: true, cell: (member) => member.name },
        { heading: "Role", cell: (member) => MEMBER_ROLE_NAMES[member.role] },
        { heading: "Part it plays", cell: (member) => member.roleDetail },
        ...(action ? [{ heading: "Action", cell: action }] : []),
      ]}
    />
  );
}

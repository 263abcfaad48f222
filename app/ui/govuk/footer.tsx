import type { ReactNode } from "react";

/** The end of every page: its statements, and whose service it is. */
export function Footer(props: { links: readonly { text: string; href: string }[]; children?: ReactNode }) {
  return (
    <div className="govuk-footer">
      <div className="govuk-width-container">
        <div className="govuk-footer__meta">
          <div className="govuk-footer__meta-item govuk-footer__meta-item--grow">
            <h2 className="govuk-visually-hidden">Support links</h2>
            <ul className="govuk-footer__inline-list">
              {props.links.map((link) => (
                <li className="govuk-footer__inline-list-item" key={link.href}>
                  <a className="govuk-footer__link" href={link.href}>
                    {link.text}
                  </a>
                </li>
              ))}
            </ul>
            {props.children && <div className="govuk-footer__meta-custom">{props.children}</div>}
          </div>
        </div>
      </div>
    </div>
  );
}

import type { ReactNode } from "react";
import { classes } from "./field.tsx";

export type NavigationItem = { text: string; href: string; current?: "page" | "section" };

type ServiceNavigationProps = {
  serviceName: string;
  items: readonly NavigationItem[];
  /** Who is signed in, and the way out. */
  end?: ReactNode;
};

/** The name of the service and its sections. On a phone the sections wrap instead of hiding behind a button. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  return (
    <section aria-label="Service information" className="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container app-navigation">
          <span className="govuk-service-navigation__service-name">
            <a href="/" className="govuk-service-navigation__link">
              {props.serviceName}
            </a>
          </span>
          {props.items.length > 0 && (
            <nav aria-label="Menu" className="govuk-service-navigation__wrapper">
              <ul className="govuk-service-navigation__list" id="navigation">
                {props.items.map((item) => (
                  <Item key={item.href} {...item} />
                ))}
              </ul>
            </nav>
          )}
          {props.end}
        </div>
      </div>
    </section>
  );
}

function Item({ text, href, current }: NavigationItem) {
  return (
    <li
      className={classes(
        "govuk-service-navigation__item",
        current && "govuk-service-navigation__item--active",
      )}
    >
      <a
        className="govuk-service-navigation__link"
        href={href}
        aria-current={current && (current === "page" ? "page" : "true")}
      >
        {current ? <strong className="govuk-service-navigation__active-fallback">{text}</strong> : text}
      </a>
    </li>
  );
}

// Says in the language in force what Streamlit knows in English alone: the texts and names of its date field, file field,
// menus, dialogs and key hints. React keeps the nodes, and changes them only where its own words change. What is named
// with marks of Markdown, or twice, has its name once; a button of a field is described by the field that it changes.
(() => {
  const root = document.documentElement, said = new WeakMap();
  if (root.dataset.llWords) return;
  root.dataset.llWords = "watched";
  const PARTS = ["stSkipToContent", "stTopNav", "stMainMenu", "stMainMenuPopover", "stLogoLink", "stFileUploader",
    "stDateInput", "stDateInputCalendar", "stNumberInput", "stSelectbox", "stSelectboxVirtualDropdown",
    "stTooltipHoverTarget", "InputInstructions",
    "stExpandSidebarButton", "stSidebar", "stDownloadButtonError"];
  const PLACES = ["kbd", '[role="dialog"] > button', '[id^="react-aria-description"]',
    ...PARTS.map((name) => `[data-testid="${name}"]`)].join();
  const FIELDS = ["stDateInput", "stNumberInput", "stSelectbox"].map((name) => `[data-testid="${name}"]`).join();
  const ENGLISH = '.st-key-choice-interview [data-testid="stRadioOption"]'; // interview questions have no other language
  const NAMES = ["aria-label", "aria-valuetext", "title", "placeholder"], FIGURE = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;
  // A sentence with figures is known by `{}` in the place of each; one of an error begins with that word.
  const figure = (given) => Number(given).toLocaleString(root.lang, { maximumFractionDigits: 9, useGrouping: false });
  const filled = (words, source) => {
    const [, error = "", plain] = source.match(/^(Error: )?(.*)$/s), figures = plain.match(FIGURE) ?? [];
    const known = figures.length ? words[plain.replace(FIGURE, "{}")] : undefined;
    return known && (words[error] ?? error) + known.replaceAll("{}", () => figure(figures.shift()));
  };
  // Of a date the month and the order are English: “December 14, 2026” as it was chosen, “12 – December” in its field.
  const DATE = /^(\d+ – )([A-Z][a-z]+)$|^([A-Z][a-z]+ \d+, \d{4})$/;
  const dated = (plain) => {
    const [, number = "", month, day] = plain.match(DATE) ?? [], date = new Date(day ?? `${month} 1, 2000`);
    const told = date.toLocaleDateString(root.lang, day ? { dateStyle: "long" } : { month: "long" });
    return isNaN(date) ? undefined : number + told;
  };
  const PREFIXED = /^((?:Help for|Remove|Shortcut|Add:|Selected Date:)(?= )|.*?(?=, )|.*)(,? ?)(.*)$/s;
  const say = (of, words, now, put) => { // `of` is a node of text or of an attribute, which stays as long as its element
    const [theirs, ours] = said.get(of) ?? [], source = now === ours ? theirs : now;
    const [, first, gap, rest] = source.match(PREFIXED);
    const known = words[source] ?? filled(words, source) ?? dated(source);
    const wanted = known ?? (words[first] ? words[first] + gap + (words[rest] ?? dated(rest) ?? rest) : source);
    said.set(of, [source, wanted]);
    if (wanted !== now) put(wanted);
  };
  let isTold = false;
  const look = () => {
    const words = JSON.parse([...document.querySelectorAll("[data-ll-words-said]")].at(-1)?.dataset.llWordsSaid ?? "{}");
    if (!isTold && !Object.keys(words).length) return;
    isTold = true;
    for (const menu of document.querySelectorAll('[role="dialog"]:is([aria-label*="**"], [aria-label*="`"])')) {
      menu.setAttribute("aria-label", menu.getAttribute("aria-label").replace(/\*\*|`/g, "")); // its label is Markdown
    }
    for (const knob of document.querySelectorAll('[data-testid="stSlider"] input[aria-label][aria-labelledby]')) {
      knob.removeAttribute("aria-labelledby"); // it leads to that name and to its group's: the same twice
    }
    for (const option of document.querySelectorAll(ENGLISH)) option.lang = "en";
    for (const field of document.querySelectorAll(FIELDS)) {
      const name = field.querySelector('input[aria-label], [role="group"][aria-label]')?.getAttribute("aria-label");
      for (const button of field.querySelectorAll("button:not(label *)")) button.setAttribute("aria-description", name);
    }
    for (const place of document.querySelectorAll(PLACES)) {
      for (const element of [place, ...place.querySelectorAll("*")]) {
        for (const name of NAMES) {
          const node = element.getAttributeNode(name);
          if (node) say(node, words, node.value, (text) => { node.value = text; });
        }
        for (const node of element.childNodes) {
          if (node.nodeType === Node.TEXT_NODE) say(node, words, node.data, (text) => { node.data = text; });
        }
      }
    }
  };
  let waits = false;
  const soon = () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; look(); });
  };
  const seen = { childList: true, subtree: true, characterData: true, attributeFilter: NAMES };
  new MutationObserver(soon).observe(document.body, seen);
  soon();
})();

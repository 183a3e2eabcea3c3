// Announces what is new on the page to screen readers. Many of them ignore text that arrives together with its
// element, and only read changes in a region that was there before. So a region is there from the start; whenever the
// page has become still, it gets the text that was not there when the page was last still, or the sentence in its
// data-ll-news. A page that has just opened announces its title only. Another script's sentence comes as an `llsay`.
(() => {
  const root = document.documentElement;
  if (root.dataset.llNews) return;
  root.dataset.llNews = "watched";
  const STILL_MS = 400, SAID_MS = 5000, MOST = 3;
  const RUNS = '[data-testid="stApp"]:not([data-test-script-state="notRunning"])';
  const NEWS = '[data-testid="stHtml"] :is([role="status"], [data-ll-news])', UNSAID = '[aria-hidden="true"], [hidden]';
  const host = document.body.appendChild(document.createElement("div"));
  host.style.cssText = "position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)";
  const region = host.attachShadow({ mode: "closed" }).appendChild(document.createElement("p"));
  region.setAttribute("aria-live", "polite");
  const words = (of) => {
    if (of.dataset.llNews) return of.dataset.llNews;
    const texts = [], walk = document.createTreeWalker(of, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(UNSAID)) texts.push(walk.currentNode.data.trim());
    const name = document.getElementById(of.getAttribute("aria-labelledby"))?.textContent, text = texts.filter(Boolean).join(" ");
    return name && text ? `${name}: ${text}` : text;
  };
  let waits, ends, known, page;
  const tell = (text) => {
    clearTimeout(ends);
    region.textContent = text;
    ends = setTimeout(() => { region.textContent = ""; }, SAID_MS);
  };
  const look = () => {
    if (document.querySelector(RUNS)) return soon();
    const now = [...document.querySelectorAll(NEWS)].map(words).filter(Boolean);
    const news = known && page === location.pathname ? now.filter((text) => !known.has(text)).slice(0, MOST) : [];
    known = new Set(now);
    page = location.pathname;
    if (news.length) tell(news.join(". ").replaceAll("..", "."));
  };
  const soon = () => { clearTimeout(waits); waits = setTimeout(look, STILL_MS); };
  new MutationObserver(() => {
    for (const own of document.querySelectorAll(`${NEWS}:not([aria-live])`)) own.setAttribute("aria-live", "off"); // not twice
    soon();
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["hidden"] });
  addEventListener("llsay", ({ detail }) => tell(detail));
  soon();
})();

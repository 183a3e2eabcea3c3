// Back, Forward and a reload return to where the page was scrolled to. The browser cannot do this itself, because the
// page scrolls within an element that is filled again each time. The tab keeps a position for each entry of its
// history; it is not restored if the visitor has done something in the meantime.
(() => {
  const root = document.documentElement, NAME = "ll-places", wait = 100, most = 60, firm = 5;
  if (root.dataset.llKeptPlace || !window.navigation) return;
  root.dataset.llKeptPlace = "watched";
  const part = (name) => document.querySelector(`[data-testid="${name}"]`);
  let remembered = null; // where a browser keeps nothing, until the page is loaded anew
  const places = () => {
    try { return JSON.parse(sessionStorage.getItem(NAME)) ?? {}; } catch { return remembered ?? {}; }
  };
  const remember = (all) => {
    remembered = all;
    try { sessionStorage.setItem(NAME, JSON.stringify(all)); } catch { /* it keeps nothing */ }
  };
  const entry = () => navigation.currentEntry.key;
  let timer = 0, leading = 0;
  const keep = () => {
    const there = new Set(navigation.entries().map(({ key }) => key));
    const kept = Object.entries(places()).filter(([key]) => there.has(key));
    remember({ ...Object.fromEntries(kept), [entry()]: part("stMain").scrollTop });
  };
  const stop = () => { clearInterval(leading); leading = 0; };
  const lead = (place) => {
    let tries = 0, held = 0; // a page that is about to be left is still there for a moment: once is not enough
    stop();
    leading = setInterval(() => {
      const main = part("stMain"), still = part("stApp").dataset.testScriptState === "notRunning";
      if (still && main.scrollHeight - main.clientHeight >= place - 1) { // these are whole px, a place is not
        main.scrollTo({ top: place, behavior: "instant" });
        held++;
      }
      if (held >= firm || tries++ >= most) stop();
    }, wait);
  };
  const arrive = () => {
    const place = places()[entry()];
    clearTimeout(timer);
    if (place === undefined) keep();
    else lead(place);
  };
  document.addEventListener("scroll", ({ target }) => {
    clearTimeout(timer);
    if (!leading && target === part("stMain")) timer = setTimeout(keep, wait);
  }, true);
  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(kind, stop, true);
  navigation.addEventListener("currententrychange", ({ navigationType }) => {
    if (navigationType === "push" || navigationType === "traverse") arrive();
  });
  arrive();
})();

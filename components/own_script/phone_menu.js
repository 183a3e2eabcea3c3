// The menu of a narrow window closes on Escape, a press beside it, a Tab that leaves it, or when a page is chosen. The
// focus moves into it when it opens, and back to its button when it closes.
(() => {
  const root = document.documentElement;
  if (root.dataset.llPhoneMenu) return;
  root.dataset.llPhoneMenu = "watched";
  const OPENS = '[data-testid="stExpandSidebarButton"]', CLOSES = '[data-testid="stSidebarCollapseButton"] button';
  const PAGE = '[data-testid="stSidebarNavLink"], [data-testid="stSidebar"] [data-testid="stLogoLink"]', soon = 1000;
  const find = (name) => document.querySelector(name);
  const isOpen = () => find('[data-testid="stSidebar"][data-collapsed="false"]');
  const close = () => { if (isOpen()) find(CLOSES)?.click(); };
  const lead = (name, until = performance.now() + soon) => requestAnimationFrame(() => {
    find(name)?.focus();
    if (!document.activeElement?.matches(name) && performance.now() < until) lead(name, until);
  });
  document.addEventListener("click", ({ target }) => {
    if (target.closest(OPENS)) lead(CLOSES);
    if (target.closest(`${CLOSES}, ${PAGE}`)) lead(OPENS);
    if (target.closest(PAGE)) setTimeout(close); // Streamlit has closed it by then on phones, and on nothing else
  }, true);
  document.addEventListener("mousedown", (event) => { // its ground, which is over the page; Streamlit closes it
    if (!isOpen() || !event.target.matches('[data-testid="stAppViewContainer"]')) return;
    event.preventDefault();
    lead(OPENS);
  }, true);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "Tab") setTimeout(() => { // the page lies under it
      if (!document.activeElement?.closest('[data-testid="stSidebar"]')) close();
    });
  });
})();

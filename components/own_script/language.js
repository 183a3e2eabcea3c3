// Tells the document its language, and the browser the one that was chosen, for the next visit.
(() => {
  const told = [...document.querySelectorAll("[data-ll-language]")].at(-1);
  if (!told) return;
  const { llLanguage, llKeep } = told.dataset;
  document.documentElement.lang = llLanguage;
  if (llKeep) document.cookie = llKeep + (location.protocol === "https:" ? "; Secure" : "");
})();

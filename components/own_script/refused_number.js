// A form is not saved while it holds an invalid number: the focus moves to that field, which says what is wrong.
(() => {
  const root = document.documentElement;
  if (root.dataset.llRefusedNumber) return;
  root.dataset.llRefusedNumber = "watched";
  const SAVES = '[role="dialog"] [data-testid="stBaseButton-primary"]';
  const REFUSED = '[data-testid="stNumberInput"] input[aria-invalid="true"]';
  document.addEventListener("click", (event) => {
    const refused = event.target.closest?.(SAVES)?.closest('[role="dialog"]').querySelector(REFUSED);
    if (!refused) return;
    event.preventDefault();
    event.stopPropagation();
    refused.focus();
  }, true);
})();

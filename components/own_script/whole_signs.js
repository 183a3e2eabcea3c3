// Removes half an emoji from a field before Streamlit sees it; a pasted text that was cut inside an emoji has one.
// Streamlit would refuse the message and cut the connection, and the browser would send it again.
(() => {
  const root = document.documentElement, HALF = /\p{Surrogate}/gu;
  if (root.dataset.llWholeSigns) return;
  root.dataset.llWholeSigns = "watched";
  document.addEventListener("input", ({ target }) => {
    const whole = target.value?.replace(HALF, "");
    if (whole !== target.value) llPutText(target, whole);
  }, true);
})();

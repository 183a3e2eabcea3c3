// Removes half an emoji from a field before Streamlit sees it; a pasted text that was cut inside an emoji has one.
// Streamlit would refuse the message and cut the connection, and the browser would send it again.
(() => {
  const root = document.documentElement, HALF = /\p{Surrogate}/gu;
  if (root.dataset.llWholeSigns) return;
  root.dataset.llWholeSigns = "watched";
  document.addEventListener("input", ({ target }) => {
    const whole = target.value?.replace(HALF, "");
    // React puts a setter of its own on the field, and would take what that one sets for nothing new.
    if (whole !== target.value) Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), "value").set.call(target, whole);
  }, true);
})();

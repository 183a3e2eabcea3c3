// Half an emoji in a field of Streamlit's, as a text that was cut inside one leaves it when it is pasted: Streamlit refuses
// the message that holds it and cuts the line, and the browser sends it again. So it goes before the field knows of it.
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

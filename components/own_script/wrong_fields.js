// A field whose value is refused says so when it comes into focus: it is marked as invalid, and described by the sentence
// that names it in [data-ll-of], the class of its key. Streamlit has no way to say so of its own fields.
(() => {
  const root = document.documentElement, OURS = "ll-wrong-";
  if (root.dataset.llWrongFields) return;
  root.dataset.llWrongFields = "watched";
  const KINDS = ["stNumberInput", "stTextInput", "stTextArea", "stSelectbox"];
  const FIELD = KINDS.map((kind) => `[data-testid="${kind}"] :is(input, textarea)`).join();
  const put = (field, name, value) => {
    if (!value) field.removeAttribute(name);
    else if (field.getAttribute(name) !== value) field.setAttribute(name, value);
  };
  const mark = (field, id) => {
    const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => !one.startsWith(OURS));
    put(field, "aria-describedby", [...others, id].filter(Boolean).join(" "));
    put(field, "aria-invalid", id && "true");
    put(field, "data-ll-wrong", id);
  };
  const look = () => {
    const wrong = new Map();
    for (const sentence of document.querySelectorAll("[data-ll-of]")) {
      const field = document.querySelector(`.${sentence.dataset.llOf}`)?.querySelector(FIELD);
      if (field) wrong.set(field, sentence.id = OURS + sentence.dataset.llOf);
    }
    for (const field of document.querySelectorAll("[data-ll-wrong]")) if (!wrong.has(field)) mark(field, "");
    wrong.forEach((id, field) => mark(field, id));
  };
  let waits = 0;
  new MutationObserver(() => {
    waits ||= requestAnimationFrame(() => { waits = 0; look(); });
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-ll-of", "aria-invalid"] });
  look();
})();

// A browser takes in a number field the marks of its own language alone: an English one made 15 of “1,5” on a German page.
// So where the page's language has a decimal comma, one that the browser would drop goes in as the point that it knows;
// and what is pasted in groups, as the page itself prints 12.500, goes in without their points. A point that is typed
// groups where three digits follow it, as in any text of the course: that is known once more is typed, or the field left.
(() => {
  const root = document.documentElement;
  if (root.dataset.llDecimalComma) return;
  root.dataset.llDecimalComma = "watched";
  const hasComma = () => (1.5).toLocaleString(root.lang || "en").includes(",");
  const GROUPED = /^\D*[1-9]\d{0,2}(\.\d{3})+(?![\d.])/;
  const put = (words) => words && document.execCommand("insertText", false, words);
  // Puts a comma in, and whether it is there: a digit behind it shows what became of it, and goes again.
  const takes = (field) => {
    put(",1");
    const taken = field.value.includes(".");
    document.execCommand("delete");
    return taken;
  };
  let ours = false, key = ""; // WebKit tells of a mark that it drops without its sign
  let pointed, grouped = ""; // the field that has a typed point, and the digits whose points are known to group
  const ungroup = (field) => {
    if (field !== pointed || !GROUPED.test(field.value)) return "";
    // React puts a setter of its own on the field, and would take what that one sets for nothing new.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, field.value.replace(".", ""));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    pointed = null;
    return field.value;
  };
  document.addEventListener("keydown", (event) => {
    key = event.key;
    if (["Enter", "ArrowUp", "ArrowDown"].includes(key)) ungroup(event.target);
  }, true);
  document.addEventListener("focusin", () => { pointed = null; grouped = "" }, true);
  document.addEventListener("focusout", ({ target }) => ungroup(target), true);
  document.addEventListener("beforeinput", (event) => {
    const { target, data, dataTransfer } = event;
    if (ours || target.type !== "number" || !hasComma()) return;
    const said = data === "" && [",", "."].includes(key) ? key : data ?? dataTransfer?.getData("text/plain") ?? "";
    if (said === "." || said === ",") grouped = ungroup(target) || grouped;
    if (said === "." && grouped && target.value.startsWith(grouped)) return event.preventDefault();
    if (said === ".") pointed = target;
    const parts = (GROUPED.test(said) ? said.replaceAll(".", "") : said).split(",");
    if (parts.length > 2 || parts.join(",") === said && parts.length < 2) return;
    if (said === "," && target.value.includes(".")) return;
    event.preventDefault();
    ours = true;
    put(parts[0]); // in place of what is selected, its point too
    if (parts.length > 1 && !target.value.includes(".") && !takes(target)) put(".");
    put(parts[1]);
    ours = false;
  }, true);
})();

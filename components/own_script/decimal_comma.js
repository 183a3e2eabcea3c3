// Number fields accept a decimal comma on a German page. A browser only accepts the separators of its own language: an
// English one made 15 of “1,5”. So a comma that the browser would drop is entered as a point. Text that is pasted with
// separators between thousands, such as the 12.500 that the page itself prints, is entered without them. A typed point
// counts as such a separator if three digits follow it, which is known once more is typed or the field is left.
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
    llPutText(field, field.value.replace(".", ""));
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

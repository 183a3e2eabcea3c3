// Puts a text into a field for the other scripts, such that React sees an input event with something new: it keeps a
// setter of its own on the field, and would take what that one sets for nothing new.
globalThis.llPutText ??= (field, text) =>
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);

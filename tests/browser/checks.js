// Questions that the tests ask of a page. Each is a function of its own.
({
  // How many px the page is wider than its window.
  sideways: () => {
    const boxes = [document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
    return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth))
  },
  // What can be pressed and is smaller than a finger. Words in a sentence, nodes of a figure (it zooms) and three
  // parts of Streamlit's own controls are left out: help, the steppers of a number, the arrow of a list.
  smallTargets: () => {
    const pressable = 'button, a[href], input:not([type=checkbox]):not([type=radio]), [role=radio], summary, select'
    const own = 'p, li, h1, h2, h3, .node, [data-testid="stTooltipIcon"], [data-testid="stNumberInput"], [data-testid="stSelectbox"]'
    const roots = [document.querySelector('[data-testid="stMain"]')], found = []
    for (const root of roots) {
      for (const e of root.querySelectorAll("*")) if (e.shadowRoot) roots.push(e.shadowRoot)
      for (const e of root.querySelectorAll(pressable)) {
        const box = e.getBoundingClientRect()
        if (e.closest(own) || box.width < 2 || box.height < 2) continue
        const name = (e.getAttribute("aria-label") || e.innerText || e.tagName).trim().replace(/\s+/g, " ")
        if (box.height < 43.5 || box.width < 24) found.push(`${e.tagName} ${name.slice(0, 40)}: ${Math.round(box.width)}x${Math.round(box.height)}`)
      }
    }
    return found
  },
  // The sizes of text in figures, in px on the screen: the smallest name and the smallest detail or label.
  figureText: () => {
    const found = { name: Infinity, rest: Infinity }, roots = [document]
    for (const root of roots) {
      for (const e of root.querySelectorAll("*")) if (e.shadowRoot) roots.push(e.shadowRoot)
      for (const svg of root.querySelectorAll(".wrap > svg")) {
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
        for (const text of svg.querySelectorAll("text")) {
          const kind = text.classList.contains("name") ? "name" : "rest"
          found[kind] = Math.min(found[kind], parseFloat(getComputedStyle(text).fontSize) * scale)
        }
      }
    }
    return found
  },
  // The levels of the headings, in their order.
  headings: () => [...document.querySelectorAll('[data-testid="stMain"] :is(h1,h2,h3,h4,h5,h6)')].map((e) => Number(e.tagName[1])),
})

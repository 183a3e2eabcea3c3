export default ({ data, parentElement }) => {
  const button = parentElement.querySelector("button")
  button.textContent = data.word
  button.onclick = () => window.print()
}

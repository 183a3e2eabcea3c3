"""Writes a decision as a Markdown record that a team can file. Pure."""

from collections.abc import Sequence
from datetime import date

from core.content.facts import Approach
from core.content.graphs import Outcome
from core.content.models import Content
from core.decision import Answered, Flip, Step, Walk
from core.language.text import t
from core.text.markdown_text import literal

MAX_SUBJECT = 120


def decision_record(content: Content, walk: Walk, subject: str, today: date, link: str) -> str:
    """A finished walk as Markdown: context, drivers, options, outcome, consequences, when to revisit.

    Args:
        content: where the approaches stand.
        walk: a walk that asks nothing more.
        subject: what the decision is for; anybody's text, so its Markdown is disarmed.
        today: the date that stands in the record.
        link: the address that restores the answers.
    """
    title = plain_markdown(subject) or t("Adapting the model")
    names = " → ".join(step.outcome.title for step in walk.steps)
    lines = [
        t("# Decision: {title}", title=title),
        "",
        t("- Date: {date}", date=today.isoformat()),
        t("- Outcome: {names}", names=names),
        t("- Restore: {link}", link=link),
        "",
    ]
    lines += [f"## {t('Context')}", "", _context(walk.answered), ""]
    lines += [f"## {t('Decision drivers')}", "", *(_driver(answered) for answered in walk.answered), ""]
    lines += [f"## {t('Options considered')}", "", *_options(content.approaches, walk.steps), ""]
    lines += [f"## {t('Outcome')}", ""]
    for number, step in enumerate(walk.steps, start=1):
        lines += _outcome(number, step, len(walk.steps) > 1)
    lines += [f"## {t('Watch for')}", "", *_warnings(content, walk.steps), ""]
    lines += [f"## {t('Revisit when')}", "", *(f"- {step.outcome.revisit_when}" for step in walk.steps), ""]
    lines += ["---", "", _provenance(content, walk.steps), ""]
    return "\n".join(lines)


def plain_markdown(text: str) -> str:
    """One line of untrusted text with its Markdown and HTML escaped, at most 120 characters.

    >>> plain_markdown("Our *bot*\\n<b>")
    'Our \\\\*bot\\\\* \\\\<b\\\\>'
    """
    return literal(one_line(text))


def one_line(text: str) -> str:
    """What is kept of a subject: its first 120 characters, with single spaces.

    >>> one_line(" Our\\n bot ")
    'Our bot'
    """
    return " ".join(text.split())[:MAX_SUBJECT].strip()


def _context(answered: Sequence[Answered]) -> str:
    problems = [option.label for option in answered[0].options] if answered else []
    return t("We need better output from a model. What is wrong: {problems}.", problems=_side_by_side(problems))


def _driver(answered: Answered) -> str:
    given = _side_by_side([option.label for option in answered.options])
    assumed = f" ({t('assumed: not known yet')})" if answered.assumed else ""
    return f"- {answered.question.text} **{given}**{assumed}"


def _side_by_side(labels: list[str]) -> str:
    """One as it is; several, each a sentence, in quotes."""
    return ", ".join(labels if len(labels) == 1 else [t("“{name}”", name=label) for label in labels])


def _options(approaches: Sequence[Approach], steps: Sequence[Step]) -> list[str]:
    chosen = {step.outcome.approach for step in steps}
    rows = [t("| Approach | Cost | Time to ship | Best for | Avoid when | Chosen |"), "|---|---|---|---|---|---|"]
    for a in approaches:
        mark = t("yes") if a.id in chosen else ""
        cells = (a.title, a.cost, a.time_to_ship, a.best_for, a.avoid_when, mark)
        rows.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    return rows


def _outcome(number: int, step: Step, several: bool) -> list[str]:
    outcome = step.outcome
    heading = f"### {number}. {outcome.title}" if several else f"### {outcome.title}"
    lines = [heading, "", outcome.because, ""]
    lines += [line for caution in step.cautions for line in (caution, "")]
    if several:
        lines += [t("Why here: {why}", why=outcome.order_why), ""]
    cost, time, first, *flip = gist_lines(step)
    lines += [cost, time, first, t("- Avoid when: {when}", when=outcome.avoid_when), *flip]
    lines += ["", t("Consequences:"), "", *(f"- {line}" for line in outcome.consequences), ""]
    return lines


def gist_lines(step: Step) -> list[str]:
    """What an outcome takes, what to try first, and, if one answer would flip it, that one: a list in Markdown."""
    outcome = step.outcome
    lines = [
        t("- Cost: {cost}", cost=outcome.cost),
        t("- Time to ship: {time}", time=outcome.time_to_ship),
        t("- Try first: {what}", what=outcome.try_first),
    ]
    return lines + ([t("- Would flip it: {what}", what=flip_words(step.flip))] if step.flip else [])


def flip_words(flip: Flip) -> str:
    """The one other answer that would lead elsewhere, in a sentence; the given answer is marked for emphasis."""
    target = flip.leads_to
    given, instead = flip.given.label, flip.instead.label
    if isinstance(target, Outcome):
        return t(
            "**“{given}”**. With “{instead}” the guide would say: “{title}”",
            given=given,
            instead=instead,
            title=target.title,
        )
    return t(
        "**“{given}”**. With “{instead}” the guide would ask: “{text}”", given=given, instead=instead, text=target.text
    )


def _provenance(content: Content, steps: Sequence[Step]) -> str:
    ours = [step.outcome.title for step in steps if step.outcome.added]
    if not ours:
        return t("Made with LLM Ladder from “{title}”. Costs and times are the chapter's.", title=content.chapter.title)
    return t(
        "Made with LLM Ladder from “{title}”. Costs and times are the chapter's, except those of {ours}, which are "
        "ours.",
        title=content.chapter.title,
        ours=", ".join(t("“{name}”", name=name) for name in ours),
    )


def _warnings(content: Content, steps: Sequence[Step]) -> list[str]:
    ids = dict.fromkeys(pitfall for step in steps for pitfall in step.outcome.pitfalls)
    pitfalls = [content.pitfall_by_id[pitfall_id] for pitfall_id in ids]
    return [f"- **{pitfall.title}.** {pitfall.instead}" for pitfall in pitfalls] or [f"- {t('Nothing special.')}"]

// The stylesheet of the panel and the bar, which applies only inside their shadow root.
// Offers: STYLE.

const STYLE = `
  :host { all: initial !important; display: block !important; font: 400 medium/1.5 system-ui, sans-serif !important;
    --ground: #fff; --soft: #eef3f5; --ink: #14242b; --faint: #47595f; --line: #70868f; --link: #0a5872;
    --error: #a3123d; --error-ground: #fceef1; --warning: #7a4a00; --warning-ground: #fff3dc; --good: #14532d; --focus: #b3470a; }
  @media (prefers-color-scheme: dark) { :host { --ground: #14242b; --soft: #1e333c; --ink: #e7eff2; --faint: #b4c5cc;
    --line: #7f99a4; --link: #8fd3e8; --error: #ffb3c4; --error-ground: #43202b; --warning: #ffd591; --warning-ground: #3b2d10;
    --good: #a7e3bf; --focus: #ffc857; } }
  @media print { :host { display: none !important } }
  *, *::before { box-sizing: border-box }
  [hidden] { display: none !important }
  .dock { position: fixed; inset: auto 0 0 0; z-index: 2147483647; display: flex; flex-direction: column;
    max-height: 60vh; max-height: 60dvh; color: var(--ink); color-scheme: light dark; font-size: .9375em; pointer-events: none; text-align: start }
  .dock > * { pointer-events: auto }
  .dock.alone { inset: 0; max-height: none; background: var(--ground) }
  .panel { flex: 0 1 auto; min-height: 0; overflow: auto; overscroll-behavior: contain; background: var(--ground);
    border-top: 4px solid var(--error); box-shadow: 0 -2px 16px rgb(0 0 0 / .25); padding: 0 1em 1em }
  .panel.mild { border-color: var(--warning) }
  .alone .panel { flex: 1; box-shadow: none }
  .inner { max-width: 60em; margin: 0 auto }
  .head { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 0 1em; align-items: center; justify-content: space-between; background: var(--ground) }
  h2, h3, p, ol, pre { margin: 0; padding: 0 }
  h2 { font-size: 1.1em } h3 { font-size: 1em; margin-top: 1em }
  ol { list-style: none }
  .finding { margin-top: .75em; padding: .5em .75em; border: 1px solid var(--line); border-inline-start: 6px solid var(--error); overflow-wrap: anywhere }
  .finding.warning { border-inline-start-color: var(--warning) }
  .message { font-weight: 600 }
  .kind { color: var(--error) } .warning .kind { color: var(--warning) }
  .row { display: flex; flex-wrap: wrap; gap: 0 .75em; align-items: center }
  code, pre { font: .9375em/1.5 ui-monospace, Menlo, Consolas, monospace; user-select: text; -webkit-user-select: text }
  pre { margin: .25em 0; padding: .5em .75em; background: var(--soft); white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; border: 1px solid transparent }
  pre > div { padding-inline-start: 3.5em; text-indent: -3.5em }
  .number { display: inline-block; min-width: 3.5em; padding-inline-end: 1em; text-align: end; text-indent: 0; color: var(--faint); user-select: none; -webkit-user-select: none }
  mark { background: var(--error-ground); color: var(--error); text-decoration: underline wavy; text-underline-offset: .2em }
  mark.point { border-inline-start: 2px solid; }
  .warning mark { background: var(--warning-ground); color: var(--warning) }
  .faint { color: var(--faint) }
  .bar { flex: none; display: flex; align-items: center; gap: 0 1em; white-space: nowrap; background: var(--soft); border-top: 1px solid var(--line); padding: 0 .75em }
  .bar > * { flex: none }
  .bar { scrollbar-width: thin; overflow: auto hidden }
  .bar > [data-key="hide"] { position: sticky; inset-inline-end: -.75em; background: var(--soft) }
  .bar > .facts { display: flex; align-items: center; gap: 0 1.25em } .facts > * { flex: none }
  @media (min-width: 48em) { .bar > .facts { flex: 1; flex-wrap: wrap } .facts a, .facts button { min-height: 32px } }
  .list { position: relative; display: flex; gap: 0 .75em; align-items: center }
  .older .faint { color: var(--warning) }
  .lost { color: var(--warning); font-weight: 600 }
  .small { align-self: flex-end; margin: 0 .5em .5em; display: flex; gap: .5em; align-items: center }
  .small .lost { background: var(--ground); padding: .25em .75em }
  a, button { min-height: 44px; min-width: 44px; display: inline-flex; align-items: center; font: inherit; color: var(--link) }
  .list a, .finding a { text-decoration: underline; text-underline-offset: .15em }
  button { justify-content: center; padding: 0 .75em; background: transparent; border: 1px solid transparent; cursor: pointer }
  button:hover, a:hover { text-decoration: underline }
  button.framed, .small button { border-color: var(--line); background: var(--ground) }
  .badge { font-weight: 600; color: var(--warning); background: var(--warning-ground); border-color: currentcolor }
  .badge.bad { color: var(--error); background: var(--error-ground) }
  .switch::before { content: ""; flex: none; width: 2em; height: 1em; margin-inline-end: .5em; border: 1px solid currentcolor; border-radius: 1em;
    background: radial-gradient(circle at .5em 50%, currentcolor .3em, transparent .32em) }
  .switch[aria-checked="true"]::before { background: radial-gradient(circle at calc(100% - .5em) 50%, currentcolor .3em, transparent .32em) }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: -3px }
  .quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  @media (forced-colors: active) { .switch::before { background: none } .switch[aria-checked="true"]::before { background: ButtonText; forced-color-adjust: none } }
  @media (prefers-reduced-motion: no-preference) { .panel { animation: rise .15s ease-out } }
  @keyframes rise { from { transform: translateY(1.5em); opacity: 0 } }
`;

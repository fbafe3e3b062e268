// The charts of a pilot's page. Each says what its table says, because it is read from the data- attributes of its cells:
// plan (milestones in time), slip (how due days moved) and line (an indicator against its plan).
import { init, use } from 'echarts/core';
import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

use([CustomChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

const DAY = 86400000;
const NARROW = 640;
const KINDS = { plan, slip, line };
const OURS = `figure:is(${Object.keys(KINDS).map(kind => `[data-chart=${kind}]`).join()})`;
const drawn = new Map();
const sizes = new ResizeObserver(entries => {
  if (entries.some(entry => widths.get(entry.target) !== entry.target.clientWidth)) requestAnimationFrame(draw);
});
const widths = new WeakMap();

function draw() {
  for (const [box, chart] of drawn) {
    if (!box.isConnected) {
      chart.dispose();
      drawn.delete(box);
    }
  }
  document.querySelectorAll(OURS).forEach(figure => {
    const table = document.getElementById(figure.dataset.table);
    figure.hidden = !table;
    if (table) paint(figure, table, figure.firstElementChild);
  });
}

function paint(figure, table, box) {
  sizes.observe(box);
  widths.set(box, box.clientWidth);
  // Inside closed details there is no room; opening them changes the size.
  if (!box.clientWidth) return;
  const look = colours();
  const { height, ...options } = KINDS[figure.dataset.chart](table, figure.dataset, box.clientWidth, look);
  box.style.height = `${height}px`;
  if (!drawn.has(box)) drawn.set(box, init(box, null, { renderer: 'canvas' }));
  const chart = drawn.get(box);
  chart.resize();
  chart.setOption({
    useUTC: true,
    animation: false,
    textStyle: look.font,
    // On the canvas: a tooltip made of elements would need inline styles.
    tooltip: {
      renderMode: 'richText', confine: true, backgroundColor: look.sheet, borderColor: look.line, textStyle: { ...look.font, fontSize: 13 },
    },
    ...options,
  }, true);
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(`--${name}`).trim();
  return {
    text: colour('text'), quiet: colour('quiet'), line: colour('line'), sheet: colour('sheet'), link: colour('link'), bad: colour('bad'),
    warn: colour('warn'), good: colour('good') || colour('link'),
    font: { color: colour('text'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 },
  };
}

const day = text => (text ? Date.parse(`${text}T00:00:00Z`) : null);
const said = at => new Date(at).toISOString().slice(0, 10);
const at = (row, what) => day(row.querySelector(`[data-${what}]`)?.dataset[what]);

function months(look, width) {
  return {
    type: 'time', minInterval: 28 * DAY, splitNumber: Math.max(2, Math.floor(width / 110)),
    axisLabel: { ...look.font, color: look.quiet, hideOverlap: true, formatter: '{yyyy}-{MM}' },
    axisLine: { lineStyle: { color: look.line } }, axisTick: { lineStyle: { color: look.line } },
    splitLine: { show: true, lineStyle: { color: look.line, type: 'dotted' } },
  };
}

function legend(look, width, data) {
  return { data, top: 0, left: 0, itemGap: 14, itemWidth: 18, itemHeight: 11, textStyle: { ...look.font, fontSize: width < NARROW ? 11 : 12, width: width - 50, overflow: 'truncate' } };
}

/** How high the legend is likely to be: it wraps. */
function legendHeight(names, width) {
  const wide = name => [...name].reduce((sum, c) => sum + (c > '\u2e7f' ? 12 : 6.6), 46);
  let lines = 1;
  let used = 0;
  for (const name of names) {
    if (used && used + wide(name) > width) {
      lines += 1;
      used = 0;
    }
    used += wide(name);
  }
  return lines * 22;
}

function plan(table, words, width, look) {
  const narrow = width < NARROW;
  const rows = [...table.tBodies[0].rows].filter(row => !row.classList.contains('none')).map(row => ({
    name: row.querySelector('[data-name]').dataset.name,
    baseline: at(row, 'baseline'), due: at(row, 'due'), team: at(row, 'team'), likely: at(row, 'likely'), reached: at(row, 'reached'),
    late: Number(row.querySelector('[data-late]').dataset.late) * DAY,
  }));
  const start = day(table.dataset.start);
  const today = day(table.dataset.today);
  const deadline = day(table.dataset.deadline);
  const days = rows.flatMap(r => [r.baseline, r.due, r.team, r.likely, r.reached, r.due + r.late]).filter(Boolean).concat(start, today, deadline);
  const first = Math.min(...days);
  const last = Math.max(...days);
  const height = narrow ? 52 : 38;
  const names = [words.baseline, words.due, words.team, words.likely, words.reached, words.extended, words.late];
  const above = legendHeight(names, width) + 44;
  const marks = (name, symbol, size, color, when, extra) => ({
    type: 'scatter', name, symbol, symbolSize: size, z: 4, itemStyle: { color, opacity: 1 },
    data: rows.map((r, i) => [when(r), i]).filter(([x]) => x), ...extra,
  });
  const hollow = borderColor => ({ color: look.sheet, borderColor, borderWidth: 2, opacity: 1 });
  const open = when => r => (r.reached ? null : r[when]);
  return {
    height: above + rows.length * height + 34,
    legend: legend(look, width, [
      words.baseline, words.due, words.team, words.likely, words.reached,
      { name: words.extended, icon: 'rect', itemStyle: { color: 'transparent', borderColor: look.warn, borderWidth: 2, borderType: 'dashed' } },
      { name: words.late, icon: 'rect', itemStyle: { color: look.bad } },
    ]),
    grid: { left: narrow ? 4 : Math.min(240, width * 0.28), right: 20, top: above, bottom: 28 },
    xAxis: { ...months(look, width), min: first - 12 * DAY, max: last + 12 * DAY },
    yAxis: {
      type: 'category', inverse: true, data: rows.map(r => r.name), axisTick: { show: false }, axisLine: { show: false },
      // Narrow screens have no room beside the bars: the name stands above its own.
      axisLabel: narrow
        ? { ...look.font, inside: true, interval: 0, verticalAlign: 'bottom', padding: [0, 0, 10, 0], width: width - 40, overflow: 'truncate', margin: 2 }
        : { ...look.font, fontSize: 13, interval: 0, width: Math.min(225, width * 0.28 - 15), overflow: 'truncate' },
    },
    tooltip: {
      renderMode: 'richText', confine: true, trigger: 'item', backgroundColor: look.sheet, borderColor: look.line, textStyle: { ...look.font, fontSize: 13 },
      formatter: hit => (hit.componentType === 'markLine' ? `${hit.name}` : told(rows, words, hit)),
    },
    series: [
      bars('track', rows.map((r, i) => [i, start, r.due]), 3, { fill: look.line }, true),
      bars(words.extended, rows.map((r, i) => [i, r.baseline, r.due]).filter(([, a, b]) => b > a), 12, { fill: 'transparent', stroke: look.warn, lineWidth: 2, lineDash: [4, 3] }),
      bars(words.late, rows.map((r, i) => [i, r.due, r.due + r.late]).filter(([, a, b]) => b > a), 12, { fill: look.bad, opacity: 0.75 }),
      marks(words.baseline, 'diamond', 12, look.quiet, r => r.baseline, { z: 5, itemStyle: hollow(look.quiet) }),
      marks(words.due, 'rect', [4, 20], look.text, r => r.due, { markLine: lines(words, today, deadline, look, [first, last]) }),
      marks(words.team, 'triangle', 12, look.link, open('team')),
      marks(words.likely, 'circle', 11, look.link, open('likely'), { itemStyle: hollow(look.link) }),
      marks(words.reached, 'circle', 13, look.good, r => r.reached, { z: 6 }),
    ],
  };
}

function told(rows, words, hit) {
  const row = rows[hit.seriesType === 'custom' ? hit.value[0] : hit.value[1]];
  return [row.name, ...['baseline', 'due', 'team', 'likely', 'reached'].filter(what => row[what]).map(what => `${words[what]}  ${said(row[what])}`)].join('\n');
}

function bars(name, data, thick, style, silent) {
  return {
    type: 'custom', name, data, silent, z: silent ? 2 : 3, encode: { x: [1, 2], y: 0 }, itemStyle: { color: style.stroke ?? style.fill },
    renderItem: (params, api) => {
      const [x, y] = api.coord([api.value(1), api.value(0)]);
      const [end] = api.coord([api.value(2), api.value(0)]);
      return { type: 'rect', shape: { x, y: y - thick / 2, width: Math.max(1, end - x), height: thick }, style };
    },
  };
}

function lines(words, today, deadline, look, [first, last]) {
  // Never over the edge.
  const beside = at => ['left', 'center', 'right'][Math.min(2, Math.max(0, Math.floor(((at - first) / (last - first)) * 3)))];
  const line = (name, xAxis, color, type, distance, align) => ({
    name, xAxis, lineStyle: { color, type, width: 2 }, label: { formatter: `${name} ${said(xAxis)}`, position: 'start', distance, align, color, fontSize: 12 },
  });
  // The one label above the other, so that neither covers it where the days are near each other.
  return {
    silent: true, symbol: 'none', animation: false,
    data: [line(words.today, today, look.link, 'dashed', 4, beside(today)), line(words.deadline, deadline, look.bad, 'solid', 20, beside(deadline))],
  };
}

function slip(table, words, width, look) {
  const until = day(table.dataset.until);
  const paints = [look.link, look.bad, look.good, look.warn, look.text, look.quiet];
  const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow', 'pin'];
  const milestones = [...table.tBodies].map(body => ({ name: body.dataset.name, rows: [...body.rows] }));
  const steps = (rows, when) => {
    const points = rows.map(row => [at(row, 'on'), when(row)]).filter(([, y]) => y);
    const end = points.at(-1);
    return end && end[0] < until ? [...points, [until, end[1]]] : points;
  };
  // What the team expected is over once it is reached.
  const expected = rows => {
    const reached = rows.findIndex(row => at(row, 'reached'));
    const before = (reached < 0 ? rows : rows.slice(0, reached)).map(row => [at(row, 'on'), at(row, 'team')]).filter(([, y]) => y);
    return before.length ? [...before, [reached < 0 ? until : at(rows[reached], 'on'), before.at(-1)[1]]] : [];
  };
  const of = (m, i, data, type) => ({
    type: 'line', name: m.name, step: 'end', symbol: symbols[i % symbols.length], symbolSize: 8, data,
    lineStyle: { color: paints[i % paints.length], type, width: 2 }, itemStyle: { color: paints[i % paints.length] },
  });
  const names = [...new Set(milestones.map(m => m.name))];
  const above = legendHeight(names, width) + 30;
  return {
    height: above + 300,
    legend: legend(look, width, names),
    grid: { left: 4, right: 20, top: above, bottom: 8, containLabel: true },
    xAxis: { ...months(look, width), name: '' },
    yAxis: { ...months(look, width), splitNumber: 6, scale: true, name: words.due, nameTextStyle: { ...look.font, align: 'left' } },
    tooltip: {
      renderMode: 'richText', confine: true, trigger: 'item', backgroundColor: look.sheet, borderColor: look.line, textStyle: { ...look.font, fontSize: 13 },
      formatter: hit => `${hit.seriesName}\n${words.on}  ${said(hit.value[0])}\n${hit.seriesIndex % 2 ? words.team : words.due}  ${said(hit.value[1])}`,
    },
    series: milestones.flatMap((m, i) => [
      of(m, i, steps(m.rows, row => at(row, 'reached') ?? at(row, 'due')), 'solid'),
      of(m, i, expected(m.rows), 'dotted'),
    ]),
  };
}

function line(table, words, width, look) {
  const rows = [...table.tBodies[0].rows];
  const of = what => rows.map(row => row.querySelector(`[data-${what}]`)?.dataset[what] ?? null);
  const series = (name, data, color, type, symbol) => ({
    type: 'line', name, data, symbol, symbolSize: 8, connectNulls: true, lineStyle: { color, type, width: 2 }, itemStyle: { color },
  });
  return {
    height: 240,
    legend: legend(look, width, [words.value, words.planned]),
    grid: { left: 4, right: 20, top: 56, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category', data: rows.map(row => row.cells[0].textContent.trim()), axisLabel: { ...look.font, color: look.quiet, hideOverlap: true },
      axisLine: { lineStyle: { color: look.line } },
    },
    yAxis: {
      type: 'value', scale: true, name: words.unit, nameTextStyle: { ...look.font, align: 'left' }, axisLabel: { ...look.font, color: look.quiet },
      splitLine: { lineStyle: { color: look.line, type: 'dotted' } },
    },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: look.sheet, borderColor: look.line, textStyle: { ...look.font, fontSize: 13 } },
    series: [series(words.value, of('value'), look.link, 'solid', 'circle'), series(words.planned, of('planned'), look.quiet, 'dashed', 'diamond')],
  };
}

// On paper all stands open, in the colours of paper.
let folded = [];
addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('main details:not([open])')];
  folded.forEach(details => { details.open = true; });
  draw();
});
addEventListener('afterprint', () => {
  folded.forEach(details => { details.open = false; });
  folded = [];
  draw();
});

if (document.querySelector(OURS)) {
  draw();
  document.addEventListener('fresh', draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  matchMedia('print').addEventListener('change', draw);
}

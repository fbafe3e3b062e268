// A chart says what its table says, because it is read from it: the columns with a [data-colour] are its series, the rows its
// categories. <figure hidden data-chart="bars|lines" data-table="ID" data-unit="%" data-label="…"></figure>
import { init, use } from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const ROW = 26;
const WHITE = 'rgba(255, 255, 255, 0.55)';
// By its place, so that nobody needs to tell colours apart; the first stays plain.
const PATTERNS = [
  { symbol: 'none' },
  { symbol: 'rect', color: WHITE, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4 },
  { symbol: 'rect', color: WHITE, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 },
  { symbol: 'circle', symbolSize: 0.5, color: WHITE, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
];
const LINES = [
  // Wide and pale, so that it shows beneath one that lies upon it.
  { type: 'solid', symbol: 'triangle', width: 6, opacity: 0.4 },
  { type: 'dashed', symbol: 'rect', width: 2 },
  { type: 'solid', symbol: 'circle', width: 3 },
];
const OURS = 'figure:is([data-chart=bars], [data-chart=lines])';
const drawn = new Map();

function draw() {
  document.querySelectorAll(OURS).forEach(drawOne);
}

function drawOne(figure) {
  const table = document.getElementById(figure.dataset.table);
  const data = table && read(table);
  figure.hidden = !data?.rows.length;
  if (figure.hidden) return;
  const narrow = figure.clientWidth < 520;
  const bars = figure.dataset.chart === 'bars';
  const known = drawn.get(figure) ?? start(figure);
  known.getDom().style.height = bars ? `${data.rows.length * ROW + (narrow ? 110 : 80)}px` : narrow ? '280px' : '340px';
  known.setOption({ ...common(narrow), ...(bars ? barsOf(data, narrow) : linesOf(data, figure.dataset.unit ?? '', narrow)) }, true);
  known.resize();
}

function start(figure) {
  const box = document.createElement('div');
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', figure.dataset.label);
  figure.append(box);
  const chart = init(box);
  drawn.set(figure, chart);
  new ResizeObserver(() => { chart.resize(); }).observe(box);
  const details = figure.nextElementSibling;
  if (details instanceof HTMLDetailsElement) details.open = false;
  return chart;
}

function read(table) {
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows].filter(row => row.cells.length > 1 && !row.classList.contains('none'));
  return {
    rows: rows.map(row => (row.querySelector('.name') ?? row.cells[0]).textContent.trim()),
    series: heads.flatMap((head, at) => head.dataset.colour
      ? [{ name: head.textContent.trim(), colour: colour(head.dataset.colour), values: rows.map(row => number(row.cells[at].textContent)) }]
      : []),
  };
}

function number(text) {
  const digits = text.replace(/[^\d.-]/g, '');
  return digits === '' ? null : Number(digits);
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function words(narrow) {
  return { color: colour('--text'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: narrow ? 11 : 13 };
}

function common(narrow) {
  const text = words(narrow);
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 300,
    textStyle: text,
    legend: { textStyle: text, top: 0, left: 0, itemGap: narrow ? 10 : 16 },
  };
}

// On the canvas: a tooltip made of elements would need inline styles.
function tooltip(pointer, unit) {
  return {
    trigger: 'axis', axisPointer: { type: pointer }, renderMode: 'richText', confine: true,
    valueFormatter: value => value === null || value === undefined ? '–' : `${value}${unit}`,
  };
}

function barsOf(data, narrow) {
  const text = words(narrow);
  const line = colour('--line');
  return {
    // Patterns beside colours. The label is the page's own.
    aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: PATTERNS } },
    tooltip: tooltip('shadow', ''),
    grid: { left: 0, right: 24, top: narrow ? 64 : 40, bottom: 0, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, axisLabel: text, splitLine: { lineStyle: { color: line } } },
    yAxis: {
      type: 'category', inverse: true, data: data.rows, axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
      axisLabel: { ...text, interval: 0, width: narrow ? 110 : 260, overflow: 'truncate' },
    },
    series: data.series.map((s, at) => ({
      type: 'bar', stack: 'all', name: s.name, data: s.values, barMaxWidth: 18,
      itemStyle: { color: s.colour, decal: PATTERNS[at % PATTERNS.length] },
    })),
  };
}

function linesOf(data, unit, narrow) {
  const text = words(narrow);
  const line = colour('--line');
  return {
    tooltip: tooltip('line', unit),
    grid: { left: 0, right: 24, top: narrow ? 64 : 40, bottom: 0, containLabel: true },
    xAxis: {
      type: 'category', data: data.rows, boundaryGap: false, axisLine: { lineStyle: { color: line } },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: { type: 'value', min: 0, axisLabel: { ...text, formatter: `{value}${unit}` }, splitLine: { lineStyle: { color: line } } },
    series: data.series.map((s, at) => {
      const style = LINES[at % LINES.length];
      return {
        type: 'line', name: s.name, data: s.values, symbol: style.symbol, symbolSize: 7, showSymbol: !narrow,
        lineStyle: { type: style.type, width: style.width, opacity: style.opacity ?? 1, color: s.colour }, itemStyle: { color: s.colour },
      };
    }),
  };
}

if (document.querySelector(OURS)) {
  draw();
  document.addEventListener('fresh', draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  matchMedia('(max-width: 520px)').addEventListener('change', draw);
}

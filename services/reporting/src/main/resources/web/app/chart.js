// The chart says what its table says, because it is read from it: rows are the bars, [data-series] columns the parts.
import { init, use } from 'echarts/core';
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const ROW = 26;
const WHITE = 'rgba(255, 255, 255, 0.5)';
// One pattern a state, quiet ones; the most common state stays plain.
const PATTERNS = {
  approved: { symbol: 'circle', symbolSize: 0.5, color: WHITE, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
  'taskbook-filed': { symbol: 'rect', color: WHITE, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4 },
  'final-evaluation': { symbol: 'rect', color: WHITE, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4 },
};
let drawn;

function draw() {
  const figure = document.getElementById('chart');
  const table = figure && document.getElementById(figure.dataset.table);
  if (!table) return;
  figure.hidden = false;
  const box = figure.firstElementChild;
  const data = read(table);
  const narrow = figure.clientWidth < 520;
  box.style.height = `${data.rows.length * ROW + (narrow ? 130 : 90)}px`;
  if (!drawn || drawn.getDom() !== box) {
    drawn?.dispose();
    drawn = init(box);
    new ResizeObserver(() => { drawn.resize(); }).observe(box);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
    matchMedia('(max-width: 520px)').addEventListener('change', draw);
  }
  drawn.setOption(options(data, narrow), true);
  drawn.resize();
}

function read(table) {
  const heads = [...table.tHead.rows[0].cells];
  const series = heads.map((cell, at) => ({ at, code: cell.dataset.series, name: cell.textContent.trim() })).filter(s => s.code);
  const rows = [...table.tBodies[0].rows].filter(row => !row.classList.contains('none'));
  return {
    rows: rows.map(row => row.querySelector('.name').textContent.trim()),
    series: series.map(s => ({ ...s, values: rows.map(row => Number(row.cells[s.at].textContent.trim())) })),
  };
}

function options(data, narrow) {
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(name).trim();
  const text = { color: colour('--text'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: narrow ? 11 : 13 };
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 300,
    textStyle: text,
    // Patterns beside colours. The label is the page's own.
    aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: [{ symbol: 'none' }] } },
    legend: { textStyle: text, top: 0, left: 0, itemGap: 16 },
    // On the canvas: a tooltip made of elements would need inline styles.
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText', confine: true },
    grid: { left: 0, right: 24, top: narrow ? 80 : 40, bottom: 0, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, axisLabel: text, splitLine: { lineStyle: { color: colour('--line') } } },
    yAxis: {
      type: 'category', inverse: true, data: data.rows, axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('--line') } },
      axisLabel: { ...text, interval: 0, width: narrow ? 110 : 260, overflow: 'truncate' },
    },
    series: data.series.map(s => ({
      type: 'bar', stack: 'pilots', name: s.name, data: s.values, barMaxWidth: 18,
      itemStyle: { color: colour(`--state-${s.code}`) || colour('--state-other'), decal: PATTERNS[s.code] },
    })),
  };
}

draw();
document.addEventListener('fresh', draw);

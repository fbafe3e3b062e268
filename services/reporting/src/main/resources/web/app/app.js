// Pages are complete without this: it draws the chart of the table beneath it and keeps an open page fresh.
import * as chart from './chart.js';
import * as live from './live.js';

chart.draw();
live.start(chart.draw);

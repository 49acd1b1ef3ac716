/** The import rules of docs/architecture.md, kept as data. */
const only = (name, from, allowed, extra = []) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: ['\\.test\\.ts$', ...extra] },
  to: { path: '^src/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('domain-imports-nothing', '^src/domain/', ['^src/domain/']),
    only('formats-import-domain', '^src/formats/', ['^src/formats/', '^src/domain/']),
    only('preuves-import-domain', '^src/preuves/', ['^src/preuves/', '^src/domain/']),
    only('pilotes-import-domain', '^src/pilotes/', ['^src/pilotes/', '^src/domain/']),
    only('catalogue-imports-domain', '^src/catalogue/', ['^src/catalogue/', '^src/domain/']),
    only('engine-imports', '^src/engine/', [
      '^src/engine/',
      '^src/preuves/',
      '^src/pilotes/',
      '^src/catalogue/',
      '^src/domain/',
    ]),
    only('verdict-imports-domain', '^src/verdict/', ['^src/verdict/', '^src/domain/']),
    only('reporters-import-domain', '^src/reporters/', ['^src/reporters/', '^src/domain/']),
    only('demo-imports-contract', '^src/demo/', [
      '^src/demo/',
      '^src/domain/action',
      '^src/domain/.*\\.gen\\.ts$',
    ]),
    only('checks-are-pure', '^src/services/[^/]+/checks/', [
      '^src/services/[^/]+/(checks|preuves)/',
      '^src/formats/',
      '^src/domain/',
    ]),
    only('faults-are-pure', '^src/services/[^/]+/faults/', [
      '^src/services/[^/]+/(faults|preuves)/',
      '^src/formats/',
      '^src/domain/',
    ]),
    only('checking-imports', '^src/checking/', ['^src/checking/', '^src/formats/', '^src/domain/']),
    only('wire-imports-domain', '^src/wire/', ['^src/wire/', '^src/domain/']),
    only('simulator-imports', '^src/services/[^/]+/simulator/', [
      '^src/services/[^/]+/(simulator|faults|preuves)/',
      '^src/wire/',
      '^src/formats/',
      '^src/domain/',
    ]),
    {
      name: 'services-never-import-each-other',
      severity: 'error',
      from: { path: '^src/services/([^/]+)/' },
      to: { path: '^src/services/([^/]+)/', pathNot: '^src/services/$1/' },
    },
    {
      name: 'pure-layers-do-no-io',
      severity: 'error',
      from: {
        path: '^src/(domain|verdict|services/[^/]+/(checks|faults))/',
        pathNot: '\\.test\\.ts$',
      },
      to: {
        path: '^(node:)?(fs|net|http|https|http2|tls|dgram|child_process|os|worker_threads|timers)(/|$)',
        dependencyTypes: ['core'],
      },
    },
    {
      name: 'only-cli-wires-services',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/services/', '^src/cli/', '\\.test\\.ts$'] },
      to: { path: '^src/services/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

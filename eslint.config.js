import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import docTags from './scripts/eslint/doc-tags.js'

export default defineConfig(
  globalIgnores([
    'dist',
    'coverage',
    'src/**/generated',
    'test/fixtures/compile',
    'test/fixtures/consumers',
    // Paraglide's compiler has written it.
    'test/catalog/fixtures/paraglide',
    'test/runtimes',
    '.dependency-cruiser.cjs',
    'bench',
    // Projects of their own, which a test compiles.
    'templates',
  ]),
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Values from outside are checked at run time whatever their type says.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Generated and indexed values: the surrounding code has made sure.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // There are no enums: `erasableSyntaxOnly` forbids them. Scripts use those of TypeScript. The rule takes a tenth of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'scripts/**/*.ts', 'test/**/*.{ts,tsx}'],
    plugins: { fukidashi: { rules: { 'doc-tags': docTags } } },
    rules: {
      'fukidashi/doc-tags': 'error',
      'no-restricted-syntax': [
        'error',
        {
          // Only a constructor has no other way to be private.
          selector:
            ':matches(PropertyDefinition, MethodDefinition[kind!="constructor"])[accessibility=/private|public/]',
          message: 'Use #name for a private member, and no modifier for a public one.',
        },
      ],
    },
  },
  {
    files: ['scripts/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-enum-assignment': 'error' },
  },
  {
    // Matchers of Vitest are declared by an interface without members of its own.
    files: ['examples/*/test/support.ts'],
    rules: { '@typescript-eslint/no-empty-object-type': 'off' },
  },
  {
    // Their packages are those of test/clinic, which compiles them.
    files: ['**/*.js', 'examples/clinic/programs/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
  },
)

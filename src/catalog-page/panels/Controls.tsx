/** Fields for the values of the sample, and of the context. */
import { useState } from 'preact/hooks'
import type { Control, ValueChange } from '../../catalog/preview/view.js'
import { Icon, IconButton } from '../../page/kit/Icon.js'
import { changeContext, changeProp, changes, resetChanges, story } from '../state/catalog.js'
import { sentence, text } from '../words/words.js'
import { ControlField, type SetValue } from './ControlField.js'

interface FieldsProps {
  fields: readonly Control[]
  path: readonly string[]
  changed: readonly ValueChange[]
  set: SetValue
}

const changeAt = (changed: readonly ValueChange[], path: readonly string[]) =>
  changed.find(
    (one) => one.path.length === path.length && one.path.every((name, i) => name === path[i]),
  )

function Fields({ fields, path, changed, set }: FieldsProps) {
  return (
    <>
      {fields.map((control) => {
        const own = [...path, control.name]
        if (control.kind === 'group')
          return (
            <fieldset key={control.name} class="control-group">
              <legend>{control.name}</legend>
              <Fields fields={control.fields} path={own} changed={changed} set={set} />
            </fieldset>
          )
        return (
          <ControlField
            key={control.name}
            control={control}
            path={own}
            change={changeAt(changed, own)}
            set={set}
          />
        )
      })}
    </>
  )
}

/** JSON if it is JSON, and text otherwise. */
function valueOf(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return written
  }
}

/** Props that the sample does not have, such as optional ones. */
function AddedProps({ props }: { props: readonly Control[] }) {
  const words = text.value
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const added = changes.value.props.filter(
    ({ path }) => path.length === 1 && !props.some((control) => control.name === path[0]),
  )
  return (
    <>
      {added.map(({ path, value: now }) => (
        <ControlField
          key={path[0]}
          control={{ name: path[0]!, kind: 'json', value: now }}
          path={path}
          change={{ path, value: now }}
          set={changeProp}
        />
      ))}
      <form
        class="add-prop"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          changeProp([name.trim()], { value: valueOf(value) })
          setName('')
          setValue('')
        }}
      >
        <input
          aria-label={words.propName}
          placeholder={words.propName}
          value={name}
          autocomplete="off"
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <input
          aria-label={words.propValue}
          placeholder={words.propValue}
          value={value}
          autocomplete="off"
          onInput={({ currentTarget }) => setValue(currentTarget.value)}
        />
        <button type="submit" class="plain" aria-label={words.addProp}>
          <Icon name="plus" />
          {words.add}
        </button>
      </form>
    </>
  )
}

export function Controls() {
  const words = text.value
  if (!story.value) return null
  const { props, renders, kind } = story.value
  const { props: changedProps, context: changedContext } = changes.value
  const contexts = renders.filter(({ context }) => context.length > 0)
  const hasChanges =
    changedProps.length > 0 || Object.values(changedContext).some(({ length }) => length > 0)
  const hasProps = kind !== 'chat' && (props.length > 0 || contexts.length > 0)
  if (!hasProps && contexts.length === 0) return <p class="quiet">{words.noControls}</p>
  return (
    <div class="controls">
      <section aria-label={words.props}>
        <div class="control-head">
          <h3>{words.props}</h3>
          {hasChanges && (
            <IconButton icon="again" label={words.resetAll} onClick={() => resetChanges()} />
          )}
        </div>
        <Fields fields={props} path={[]} changed={changedProps} set={changeProp} />
        <AddedProps props={props} />
      </section>
      {contexts.map(({ locale, context }) => (
        <section key={locale} aria-label={sentence('context', { locale })}>
          <div class="control-head">
            <h3>{sentence('context', { locale })}</h3>
          </div>
          <Fields
            fields={context}
            path={[]}
            changed={changedContext[locale] ?? []}
            set={(path, change) => changeContext(locale, path, change)}
          />
        </section>
      ))}
    </div>
  )
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { checklistsFor } from '#checklists/index.ts'
import { Questions } from '../components/screens/questions.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { answersOf } from '../http/answers.server.ts'
import { subjectOfPath } from '../http/place.server.ts'
import { answerQuestions, listAnswers, questionsOf } from '../use-cases/answer-questions.ts'
import { may } from '../use-cases/permission.ts'
import { questionGroups } from '../views/questions.ts'

export const handle = { title: 'Questions' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const subjectId = args.params.subject ?? ''
  return found(() => {
    const { subject, assessment } = subjectOfPath(proviso, actor, args.params)
    const answers = listAnswers(proviso, actor, { subjectId })
    return {
      groups: assessment === null ? [] : questionGroups(checklistsFor(subject.kind), assessment.assessment, answers),
      mayAnswer: may(actor.role, 'answer', subject.kind),
      saved: new URL(args.request.url).searchParams.get('saved'),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const subjectId = args.params.subject ?? ''
  const { subject } = await found(() => subjectOfPath(proviso, actor, args.params))
  const answers = answersOf(await args.request.formData(), questionsOf(subject.kind))
  const { value, errors } = await tried(() => answerQuestions(proviso, actor, { subjectId, answers }))
  return errors === null ? redirect(`?saved=${value.stored}`) : back(errors, answers)
}

export default function QuestionsRoute() {
  const { groups, mayAnswer, saved } = useLoaderData<typeof loader>()
  const { errors = {}, values = [] } = useActionData<typeof action>() ?? {}
  return <Questions groups={groups} typed={values} errors={errors} mayAnswer={mayAnswer} saved={saved} />
}

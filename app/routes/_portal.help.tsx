export { Help as default } from '../components/screens/help.tsx'

export const handle = { title: 'Help' }

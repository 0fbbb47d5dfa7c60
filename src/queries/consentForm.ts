import { CONSENT_SCOPES, FACES, WITHDRAWN } from '../domain/case/case.ts';
import { consentForm } from '../loading/handouts/consentForm.ts';

/** The form of consent, as /help/consent-form.docx. */
export const getConsentForm = () => consentForm(CONSENT_SCOPES, FACES, WITHDRAWN);

import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }

/** Notes of people who are away or have left; no header says so. */
const AWAY: readonly (readonly [language: string, subject: string, text: string])[] = [
  [
    'English, closed',
    'Re: Draft for Ohio',
    'Our office is closed from December 24 to January 2. We will get to your message when we reopen. Happy holidays!',
  ],
  [
    'English, jury',
    'Re: three open points',
    'Thanks for your message. I have jury duty this week and am not reading mail. Hanna Voss (hanna@oakline.example) is covering for me.',
  ],
  [
    'English, retired',
    'Re: notice address',
    'Lou Petrie has retired from Oakline. Her mailbox is no longer monitored; please write to carriers@oakline.example.',
  ],
  [
    'English, back on a date',
    'Re: Your letter of June 4',
    'Hello! I am on vacation and will be back on Monday, June 17. For anything that cannot wait, please call Otto at the front desk.',
  ],
  [
    'English, leave',
    'Re: form',
    'I am on parental leave through September. Dana Ruiz, druiz@oakline.example, is looking after my files and will be glad to help.',
  ],
  [
    'German, urlaub',
    'Re: Your redlines',
    'Guten Tag,\n\nich bin vom 3. bis 14. Juni im Urlaub. Bei dringenden Fragen hilft Ihnen Frau Timm unter timm@nordfunk.example weiter.\n\nBeste Grüße\nKai Ott',
  ],
  [
    'German, gone',
    'Re: Your redlines',
    'Herr Ott ist nicht mehr für unser Unternehmen tätig. Bitte wenden Sie sich an vertrieb@nordfunk.example.',
  ],
  [
    'German, closed',
    'Re: Your redlines',
    'Unser Büro ist zwischen den Jahren geschlossen. Ab dem 7. Januar sind wir wieder für Sie da.',
  ],
  [
    'French, leave',
    'Re: Votre avenant',
    "Bonjour,\n\nJe suis absente du bureau jusqu'au 12 mai inclus. En cas d'urgence, merci de contacter Luc Perrin (lperrin@ondes.example).\n\nCordialement,\nÉlise Roy",
  ],
  [
    'French, left',
    'Re: Votre avenant',
    "Luc Perrin ne fait plus partie de l'entreprise. Pour toute question, vous pouvez écrire à reseau@ondes.example.",
  ],
  [
    'Spanish, vacation',
    'Re: Contrato',
    'Hola, estoy de vacaciones hasta el 20 de agosto y no revisaré el correo. Para asuntos urgentes puede escribir a Marta, marta@redsur.example.',
  ],
  [
    'Spanish, left',
    'Re: Contrato',
    'Le informamos que Julio Peña ya no trabaja en Red Sur. Por favor dirija sus mensajes a contratos@redsur.example.',
  ],
  [
    'Portuguese, vacation',
    'Re: Contrato',
    'Olá, encontro-me de férias até 2 de setembro. Em caso de urgência contacte o meu colega Rui, rui@vozatlantica.example.',
  ],
  [
    'Portuguese, Brazil',
    'Re: Minuta',
    'Estou fora do escritório e retorno na segunda-feira, dia 10. Se for urgente, fale com a Bia no ramal 22.',
  ],
  [
    'Dutch',
    'Re: Uw voorstel',
    'Bedankt voor uw bericht. Ik ben met vakantie en op 19 augustus weer op kantoor. Bij spoed kunt u mijn collega Joep bellen.',
  ],
  [
    'Italian',
    'Re: Accordo',
    'Sarò fuori ufficio fino al 26 agosto. Per urgenze potete rivolgervi a Carla Neri, cneri@voceviva.example.',
  ],
  [
    'Polish',
    'Re: Umowa',
    'Dzień dobry, jestem na urlopie do 15 lipca. W pilnych sprawach proszę o kontakt z Anną Mazur.',
  ],
  [
    'Swedish',
    'Re: Avtal',
    'Hej! Jag är på semester till den 5 augusti. Vid brådskande ärenden kontakta Nils på växeln.',
  ],
  ['Danish', 'Re: Aftale', 'Jeg er på ferie til og med den 12. juli. Ved hastende spørgsmål kontakt venligst Mette.'],
  ['Finnish', 'Re: Sopimus', 'Olen lomalla 1.7.-28.7. Kiireellisissä asioissa ota yhteyttä: toimisto@aani.example.'],
  ['Czech', 'Re: Smlouva', 'Dobrý den, do 20. srpna jsem na dovolené. V naléhavých případech volejte kolegu Nováka.'],
  [
    'Japanese',
    'Re: 契約書',
    'いつもお世話になっております。\n8月11日から15日まで休暇をいただいております。お急ぎの方は営業部の佐藤までご連絡ください。',
  ],
  ['Chinese', 'Re: 协议', '您好,我目前正在休假,将于10月8日返回办公室。如有急事,请联系我的同事王芳。'],
  ['Korean', 'Re: 계약', '안녕하세요. 8월 16일까지 휴가입니다. 긴급한 용무는 김민수 과장에게 연락 바랍니다.'],
  [
    'Russian',
    'Re: Договор',
    'Здравствуйте! Я в отпуске до 15 августа. По срочным вопросам обращайтесь к Ивану Петрову.',
  ],
]

/** Desks that tell that a mail has come in; no header says so. */
const RECEIVED: readonly (readonly [language: string, from: string, subject: string, text: string])[] = [
  [
    'English, ticket',
    'support@oakline.example',
    '[#48210] Draft for Ohio',
    'Hi,\n\nwe have received your request and opened ticket 48210. An agent will get back to you within one business day.\n\nOakline Support',
  ],
  [
    'English, a sender to be let in',
    'lou@oakline.example',
    'Please confirm your message to lou@oakline.example',
    "You sent me a message. I use a filter to keep junk out and you're not in my list yet. Click the link once and your mail comes straight through. Your mail is held for 7 days.\n\nLou Petrie",
  ],
  [
    'English, law firm',
    'docketing@penn-orr.test',
    'Receipt of your message',
    'This acknowledges that Penn Orr LLP has received your e-mail. A paralegal will route it to the responsible attorney.',
  ],
  [
    'English, solved',
    'help@oakline.example',
    'Your ticket 48210 has been solved',
    'Your ticket has been resolved. If you feel that it was not, answer within 5 days and it will be reopened.',
  ],
  [
    'English, shared box',
    'contracts@oakline.example',
    'We received your e-mail',
    'Thank you for contacting the contracts team. Messages are answered in the order in which they arrive, usually in three business days.',
  ],
  [
    'German',
    'service@nordfunk.example',
    'Ihre Anfrage 2024-991',
    'Guten Tag,\n\nvielen Dank für Ihre Nachricht. Ihre Anfrage ist bei uns eingegangen und wird unter der Nummer 2024-991 bearbeitet.',
  ],
  [
    'French',
    'support@ondes.example',
    'Votre demande n° 5512',
    'Bonjour,\n\nNous avons bien reçu votre demande. Elle porte le numéro de dossier 5512 et sera traitée dans les meilleurs délais.',
  ],
  [
    'Spanish',
    'soporte@redsur.example',
    'Hemos recibido su mensaje',
    'Estimado usuario: su solicitud ha sido registrada con el número de caso 88120. Le responderemos a la brevedad.',
  ],
  [
    'Portuguese',
    'suporte@vozatlantica.example',
    'Recebemos o seu pedido',
    'Olá, a sua mensagem foi recebida e o chamado 4411 foi aberto. Responderemos em até 2 dias úteis.',
  ],
  [
    'Dutch',
    'info@polder.example',
    'Ontvangstbevestiging',
    'Wij hebben uw bericht ontvangen. U krijgt binnen twee werkdagen antwoord. Uw zaaknummer is 2291.',
  ],
  [
    'Italian',
    'assistenza@voceviva.example',
    'Richiesta ricevuta',
    'Abbiamo ricevuto la Sua richiesta, presa in carico con il numero di ticket 7710. Le risponderemo entro due giorni lavorativi.',
  ],
  [
    'Polish',
    'pomoc@glos.example',
    'Potwierdzenie zgłoszenia',
    'Dziękujemy za wiadomość. Zgłoszenie zostało przyjęte, numer zgłoszenia 5120. Odpowiemy w ciągu dwóch dni roboczych.',
  ],
  [
    'Japanese',
    'support@koe.example',
    '【受付完了】お問い合わせありがとうございます',
    'お問い合わせを受け付けました。受付番号は 20240 です。担当者より2営業日以内にご連絡いたします。',
  ],
  [
    'Chinese',
    'support@shengyin.example',
    '已收到您的邮件',
    '您好,我们已收到您的邮件,工单号 33120,工作人员将尽快与您联系。',
  ],
]

const BOUNCED: readonly (readonly [language: string, from: string, subject: string, text: string])[] = [
  [
    'English, delay',
    'postmaster@oakline.example',
    'Delivery delayed: Draft for Ohio',
    'Your message to lou@oakline.example has not been delivered yet. We will keep trying for two days.',
  ],
  [
    'English, a group',
    'groups@mailgroups.test',
    'Your message to carriers@oakline.example could not be posted',
    'The group you tried to contact (carriers) may not exist, or you may not have permission to post messages to it.',
  ],
  [
    'English, worded by hand',
    'mail@oakline.example',
    'Returned: Draft for Ohio',
    "Sorry! This mail didn't make it. We could not hand your message to lou@oakline.example because that address is not set up on our server.\n\nWhat you sent:\nSubject: Draft for Ohio",
  ],
  [
    'English, policy',
    'gateway@oakline.example',
    'Message rejected by policy',
    'The message you sent to lou@oakline.example was rejected: 550 5.7.1 attachment type not allowed.',
  ],
  [
    'German',
    'postmaster@nordfunk.example',
    'Nicht zustellbar: Draft',
    'Ihre Nachricht an ott@nordfunk.example konnte nicht zugestellt werden. Der Empfänger ist unbekannt.',
  ],
  [
    'German, delay',
    'mailer-daemon@nordfunk.example',
    'Zustellung verzögert',
    'Die Nachricht an ott@nordfunk.example wurde noch nicht zugestellt. Es wird weiter versucht.',
  ],
  [
    'French',
    'postmaster@ondes.example',
    'Message non distribué : avenant',
    "Votre message n'a pas pu être distribué à roy@ondes.example : cette adresse n'existe pas.",
  ],
  [
    'Spanish',
    'postmaster@redsur.example',
    'Error en la entrega del mensaje',
    'No se pudo entregar su mensaje a pena@redsur.example porque el usuario no existe.',
  ],
  [
    'Portuguese',
    'postmaster@vozatlantica.example',
    'Falha na entrega da mensagem',
    'A sua mensagem para rui@vozatlantica.example não pôde ser entregue: caixa de correio cheia.',
  ],
  [
    'Italian',
    'postmaster@voceviva.example',
    'Mancato recapito: accordo',
    'Il messaggio per neri@voceviva.example non è stato recapitato: utente sconosciuto.',
  ],
  [
    'Dutch',
    'postmaster@polder.example',
    'Bericht niet bezorgd',
    'Uw bericht aan joep@polder.example kon niet worden afgeleverd. Het adres bestaat niet.',
  ],
  [
    'Polish',
    'postmaster@glos.example',
    'Nie można dostarczyć wiadomości',
    'Wiadomość do anna@glos.example nie mogła zostać dostarczona: skrzynka jest przepełniona.',
  ],
  [
    'Japanese',
    'postmaster@koe.example',
    '送信エラー',
    '次の宛先にメールを届けることができませんでした。\nsato@koe.example ユーザーが存在しません。',
  ],
  [
    'Chinese',
    'postmaster@shengyin.example',
    '系统退信',
    '您发送给 wang@shengyin.example 的邮件无法送达,收件人不存在。',
  ],
]

const BULK: readonly (readonly [meaning: string, mail: MailSketch])[] = [
  [
    'a newsletter',
    {
      from: 'Pole News <news@polenews.test>',
      subject: 'Pole News 14',
      headers: { 'List-Unsubscribe': '<mailto:u@polenews.test>' },
      text: 'Three states change their attachment rates.\n\nRead more: https://polenews.test/14\n\nUnsubscribe',
    },
  ],
  [
    'a notice to all carriers',
    {
      from: 'Carrier Notices <carrier-notices@bigtel.example>',
      subject: 'Notice 2024-44: tandem rehoming, Boise',
      text: 'To all interconnecting carriers:\n\nEffective date: May 4\nLocation: Boise\n\nNo action is required.',
    },
  ],
  [
    'a docket subscription',
    {
      from: 'Commission e-Filing <no-reply@puc.test>',
      subject: 'New filing in docket 24-118',
      text: 'A new document has been filed in a docket you follow.\n\nhttps://puc.test/24-118\n\nTo change your subscription, log in.',
    },
  ],
  [
    'an invitation',
    {
      from: 'Meet <no-reply@meet.test>',
      subject: 'Invitation: kickoff',
      text: 'Kickoff\nTuesday 10:00',
      attachments: [{ filename: 'i.ics', mediaType: 'text/calendar', text: 'BEGIN:VCALENDAR\nMETHOD:REQUEST\n' }],
    },
  ],
  [
    'a signing service',
    {
      from: 'Lee Fox via SignRoom <docs@signroom.test>',
      replyTo: ['lee@foxtel.example'],
      subject: 'Please sign: Agreement Idaho',
      text: 'Lee Fox sent you a document to sign.\n\nReview and sign: https://signroom.test/x\n\nDo not share this email. Envelope ID 44-11',
    },
  ],
  [
    'a German circular',
    {
      from: 'Nordfunk Rundschreiben <newsletter@nordfunk.example>',
      subject: 'Wartungsarbeiten',
      headers: { Precedence: 'bulk' },
      text: 'Sehr geehrte Kunden,\n\nam 4. Mai finden Wartungsarbeiten statt.\n\nNewsletter abbestellen: https://nordfunk.example/ab',
    },
  ],
  [
    'a French circular',
    {
      from: 'Ondes Infos <infos@ondes.example>',
      subject: 'Nos nouveautés',
      headers: { 'List-Unsubscribe': '<https://ondes.example/u>' },
      text: 'Chers clients,\n\nnotre réseau grandit. Lire en ligne : https://ondes.example/n\n\nSe désabonner',
    },
  ],
  [
    'a security report',
    {
      from: 'reports@mailhost.test',
      subject: 'Report domain: carrier.example Submitter: mailhost.test Report-ID: 7',
      attachments: [{ filename: 'mailhost.test!carrier.example!1710806400!1710892799.xml.gz' }],
    },
  ],
]

const SPAM: readonly (readonly [scheme: string, mail: MailSketch])[] = [
  [
    'quota',
    {
      from: 'Webmail <desk@web-upd.test>',
      subject: 'Storage limit reached',
      text: 'Dear user,\n\nyour mailbox has exceeded its limit. Verify your account here: http://web-upd.test/verify',
    },
  ],
  [
    'held mail',
    {
      from: 'carrier.example Admin <no-reply@mx-hold.test>',
      subject: '6 pending messages',
      text: '6 incoming messages are held because your password has expired. Click here to release them: http://mx-hold.test/login',
    },
  ],
  [
    'shared file',
    {
      from: 'SharePoint <share@docs-up.test>',
      subject: 'Contract shared',
      text: 'Hello intagree,\n\na contract was shared with you. Sign in with your e-mail password to open it.',
      attachments: [{ filename: 'Contract.htm' }],
    },
  ],
  [
    'bank change',
    {
      from: 'AR Dept <ar@oak-line.test>',
      replyTo: ['oakline.ar@fastpost.test'],
      subject: 'Change of bank details',
      text: 'Dear partner, our former bank account is under audit. Please remit all payments to the new account. Do not call the office, reply to me only.',
    },
  ],
  [
    'gift cards',
    {
      from: 'CEO <boss@mail247.test>',
      subject: 'Are you available?',
      text: 'I am in a meeting and cannot talk. Buy five Apple gift cards and send me the codes.',
    },
  ],
  [
    'payroll',
    {
      from: 'Ann Field <ann.field@fastpost.test>',
      subject: 'Payroll',
      text: 'Quick request: I need to update my direct deposit to a new bank account before the next payroll. Can you do it today? I am in meetings all day, reply only by mail.',
    },
  ],
  [
    'inheritance',
    {
      from: 'Dr. A. Bello <bello@lawpost.test>',
      subject: 'Confidential',
      text: 'Dear friend, a late client left USD 9.5 million and no next of kin. Send me your full name and phone.',
    },
  ],
  [
    'lottery',
    {
      from: 'Claims <c@win.test>',
      subject: 'Congratulations',
      text: 'Your e-mail was selected in our annual lottery. Claim your prize of $850,000 before midnight.',
    },
  ],
  [
    'coins',
    {
      from: 'Desk <d@coins.test>',
      subject: 'Your payout',
      text: 'Congratulations! 0.9 BTC is ready for withdrawal. Withdraw now: http://coins.test/w',
    },
  ],
  [
    'loan, Spanish',
    {
      from: 'Crédito Ya <c@cya.test>',
      subject: 'Crédito aprobado',
      text: 'Estimado cliente: su crédito está aprobado hasta 300.000 USD sin aval. Envíe copia de su identificación hoy.',
    },
  ],
  [
    'loan, English',
    {
      from: 'Funding Desk <f@fund.test>',
      subject: 'Pre-approved',
      text: 'Hi business owner, you are pre-approved for business funding up to $250k, same day. Reply STOP to opt out.',
    },
  ],
  [
    'search engines',
    {
      from: 'Riya <riya@rank.test>',
      subject: 'Your website',
      text: 'Hello, I was on your website and saw it does not rank on Google. We can put you on page 1 in 60 days. May I send you a free audit report?',
    },
  ],
  [
    'staff for hire',
    {
      from: 'Arun <arun@bench.test>',
      subject: 'Engineers available',
      text: 'We are a leading staffing company. Please find our hot list of bench consultants ($30/hr). Share your requirements. To be removed reply REMOVE.',
    },
  ],
  [
    'goods, Chinese',
    {
      from: 'Amy <amy@fibr.test>',
      subject: '光纤厂家',
      text: '您好,我们是专业生产光缆的厂家,价格优惠,可提供样品,请告知采购需求,我们发报价单。',
    },
  ],
  [
    'minutes',
    {
      from: 'Ray <ray@routes.test>',
      subject: 'Interconnect',
      text: 'Dear partner, we offer premium routes with CLI guaranteed, A-Z rates. Please share target rates and IP for testing.',
    },
  ],
  [
    'contacts',
    {
      from: 'Jo <jo@lists.test>',
      subject: 'ISP list',
      text: 'Would you be interested in acquiring a verified contact list of ISP decision makers? I can send counts and pricing.',
    },
  ],
  [
    'domain, German',
    {
      from: 'Domainstelle <d@ds.test>',
      subject: 'Ihre Domain',
      text: 'Sehr geehrte Geschäftsleitung, ein Dritter hat Ihre Domain beantragt. Zahlen Sie die Schutzgebühr von 199 EUR bis 18:00 Uhr.',
    },
  ],
  [
    'password, German',
    {
      from: 'IT Support <it@konto-neu.test>',
      subject: 'Kennwort',
      text: 'Ihr Postfach wird heute gesperrt, weil das Kennwort abgelaufen ist. Klicken Sie hier, um Ihr Konto zu bestätigen: http://konto-neu.test/login',
    },
  ],
  [
    'password, French',
    {
      from: 'Messagerie <m@msg-maj.test>',
      subject: 'Compte',
      text: 'Cher utilisateur, votre compte sera suspendu sous 24 heures. Cliquez ici pour vérifier votre identité : http://msg-maj.test/verify',
    },
  ],
  [
    'prize, Portuguese',
    {
      from: 'Promo <p@promo.test>',
      subject: 'Parabéns',
      text: 'Prezado cliente, foi selecionado como beneficiário de um prêmio de 2 milhões de dólares. Envie seus dados bancários e copia de sua identidade.',
    },
  ],
  [
    'renewal',
    {
      from: 'Billing <b@secure-pc.test>',
      subject: 'Order 7712',
      text: 'Your antivirus subscription has been renewed and $399.99 charged. Call us for a refund within 24 hours: 888-555-0100.',
    },
  ],
  [
    'parcel',
    {
      from: 'Post <p@parcel-x.test>',
      subject: 'Package held',
      text: 'Your package is held at customs. Pay the release fee within 24 hours: http://parcel-x.test/login',
    },
  ],
  [
    'extortion',
    {
      from: 'x <x@y.test>',
      subject: 'I know',
      text: 'Your device was hacked and I recorded you. Send 0.2 bitcoin to my BTC wallet within 48 hours.',
    },
  ],
  [
    'sponsors',
    {
      from: 'Kim <kim@expo.test>',
      subject: 'Speak at TelcoX',
      text: "Just bumping this. We have two Gold sponsor packages left with a speaking slot. Only 2 spots left - book a call. Not interested? Tell me and I'll stop.",
    },
  ],
]

describe('notes of absence without any header', () => {
  test.each(AWAY)('%s', (_language, subject, text) => {
    expect(understand(aMail({ subject, text }), world).kind).toBe('auto-reply')
  })
})

describe('receipts of desks without any header', () => {
  test.each(RECEIVED)('%s', (_language, from, subject, text) => {
    expect(understand(aMail({ from, subject, text }), world).kind).toBe('auto-reply')
  })
})

describe('bounces without any report', () => {
  test.each(BOUNCED)('%s', (_language, from, subject, text) => {
    const headers = { 'Return-Path': '<>' }
    expect(understand(aMail({ from, subject, text, headers }), world).kind).toBe('bounce')
  })
})

describe('mail to many', () => {
  test.each(BULK)('%s', (_meaning, mail) => {
    expect(understand(aMail(mail), world).kind).toBe('bulk')
  })
})

describe('spam and fraud by their words', () => {
  test.each(SPAM)('%s', (_scheme, mail) => {
    expect(understand(aMail(mail), world).kind).toBe('spam')
  })
})

"""One applicant: everything the program knows about a person, and nothing that outlives them.

The modules are the stages, in the order of allowed imports: application, evidence, portrait,
review, credential, card, printing, discard, and journey, which knows them all. Each stage is one
noun (a frozen value) and one verb (a function from the values before it).

Words used here: the *session* is the process that knows one applicant; the *valve* is the moment
the credential is signed, after which the only ways are forward and out.
"""

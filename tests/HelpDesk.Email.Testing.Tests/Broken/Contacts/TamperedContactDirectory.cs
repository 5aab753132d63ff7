using HelpDesk.Email.Contacts;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Tests.Broken.Contacts;

internal sealed class TamperedContactDirectory(InMemoryContactDirectory people, ContactTampering tampering) : IContactDirectory, IContactWriter
{
    public ValueTask<Contact?> FindAsync(EmailAddress address, CancellationToken cancellationToken) =>
        tampering.Find.CallAsync(address, passed => people.FindAsync(passed, Of(cancellationToken)), cancellationToken);

    public ValueTask<Contact> CreateAsync(EmailAddress address, CancellationToken cancellationToken) =>
        tampering.Create.CallAsync(address, passed => people.CreateAsync(passed, Of(cancellationToken)), cancellationToken);

    public async ValueTask SaveAsync(Contact contact, CancellationToken cancellationToken) => await tampering.Save.CallAsync(
        contact,
        async passed =>
        {
            await people.SaveAsync(passed, cancellationToken);
            return true;
        },
        cancellationToken);

    private CancellationToken Of(CancellationToken token) => tampering.IgnoresTokens ? CancellationToken.None : token;
}

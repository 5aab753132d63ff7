using HelpDesk.Email.Contacts;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Testing.Conformance.Contacts;

namespace HelpDesk.Email.Testing.Tests.Broken.Contacts;

internal sealed class BrokenContactDirectoryFixture(ContactDefect defect) : ContactDirectoryFixture
{
    private InMemoryContactDirectory _people = new();

    public override ValueTask<IContactDirectory> OpenAsync(CancellationToken cancellationToken) => Open();

    public override ValueTask<IContactDirectory> OpenSecondAsync(IContactDirectory first, CancellationToken cancellationToken) => Open();

    public override ValueTask<IContactDirectory> ReopenAsync(IContactDirectory crashed, CancellationToken cancellationToken)
    {
        if (defect.ForgetsInACrash)
        {
            _people = new InMemoryContactDirectory();
        }

        return Open();
    }

    private ValueTask<IContactDirectory> Open() => ValueTask.FromResult<IContactDirectory>(new TamperedContactDirectory(_people, defect.Open(_people)));
}

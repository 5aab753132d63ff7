using HelpDesk.Email.Contacts;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Tests.Contacts;

namespace HelpDesk.Email.PostgreSql.Tests.Contacts;

public sealed class PostgreSqlContactWriterTests : ContactWriterCases, IDisposable
{
    private readonly StoreSchema _schema = new();

    public void Dispose() => _schema.Dispose();

    // Written by one process and read by another.
    protected override (IContactDirectory Directory, IContactWriter Writer) Open() => (_schema.Open().Contacts, _schema.Open().Contacts);
}

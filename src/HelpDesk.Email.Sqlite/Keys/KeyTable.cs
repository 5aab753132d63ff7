using System.Security.Cryptography;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Keys;

/// <summary>The signing keys.</summary>
internal static class KeyTable
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The keys; <see langword="null"/> when there is none that signs.</summary>
    public static SigningKeys? Read(Connection connection)
    {
        SigningKey? current = null;
        var retired = new List<SigningKey>();
        using var select = connection.Prepare("SELECT id, secret, retired_at FROM signing_key ORDER BY retired_at IS NULL DESC, created_at DESC, id");
        while (select.Read())
        {
            var key = new SigningKey(select.Row.Text(0), select.Row.Octets(1).ToArray());
            if (current is null && select.Row.IsNull(2))
            {
                current = key;
            }
            else
            {
                retired.Add(key);
            }
        }

        return current is null ? null : new SigningKeys(current, retired);
    }

    /// <summary>Makes a key that signs.</summary>
    public static void Create(Connection connection, DateTimeOffset now)
    {
        // A ring has few keys and 1,024 ids: one that is taken is rare, and then another is drawn.
        using var insert = connection.Prepare("INSERT INTO signing_key (id, secret, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING");
        insert.Add(RandomNumberGenerator.GetString(Alphabet, 2)).Add(RandomNumberGenerator.GetBytes(32)).Add(now).Run();
    }
}

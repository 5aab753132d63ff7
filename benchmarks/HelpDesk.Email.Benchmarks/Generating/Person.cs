namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>Somebody who writes mail.</summary>
/// <param name="Name">The name as it is shown.</param>
/// <param name="Address">The address.</param>
internal sealed record Person(string Name, string Address)
{
    private static readonly string[] First = ["Ann", "Bob", "Carla", "Dieter", "Élise", "Farid", "Greta", "Håkon", "Ines", "Jörg", "Katya", "Luca"];
    private static readonly string[] Last = ["Example", "Muster", "Sample", "Probe", "Exemple", "Müller", "Ståhl", "Pattern", "Beispiel", "Modelo"];
    private static readonly string[] Hosts = ["customer.example", "firm.example.org", "office.example.net", "mail.example.com"];

    public static Person HelpDesk { get; } = new("Help Desk", "support@helpdesk.example");

    public string Host => Address[(Address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    public static Person Any(Chance chance)
    {
        var first = chance.Of(First);
        var last = chance.Of(Last);
        var local = new string([.. $"{first}.{last}".ToLowerInvariant().Where(char.IsAscii)]);
        return new Person($"{first} {last}", $"{local}{chance.Between(1, 99)}@{chance.Of(Hosts)}");
    }
}

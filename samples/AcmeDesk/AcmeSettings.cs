namespace AcmeDesk;

/// <summary>Acme's own settings.</summary>
internal sealed class AcmeSettings
{
    /// <summary>The folder of the databases and the outgoing mail.</summary>
    public string Data { get; set; } = "acme-data";

    /// <summary>The port of the pages.</summary>
    public int Http { get; set; } = 5090;

    /// <summary>The port that mail comes to.</summary>
    public int Smtp { get; set; } = 2590;

    public string Url => $"http://127.0.0.1:{Http}";
}

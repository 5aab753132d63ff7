using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Email.CrashCampaign.Crowd;

/// <summary>The figures of a crowd, as its last line has them.</summary>
internal sealed class CrowdFigures
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string Campaign { get; set; } = "crowd";

    public int Workers { get; set; }

    public int Mailboxes { get; set; }

    public int Mails { get; set; }

    /// <summary>How many rows of the journal they make: copies come to two mailboxes.</summary>
    public int Deliveries { get; set; }

    public int Seed { get; set; }

    public int Kills { get; set; }

    public int Pauses { get; set; }

    public int LongPauses { get; set; }

    public int Lost { get; set; }

    public int Doubled { get; set; }

    public int HalfWritten { get; set; }

    /// <summary>Outgoing mails that the other side got more than once, each time with the same Message-ID.</summary>
    public int RepeatedSends { get; set; }

    /// <summary>From the first received mail to the last finished one.</summary>
    public double Seconds { get; set; }

    public double MailsPerSecond { get; set; }

    public string Date { get; set; } = string.Empty;

    [JsonIgnore]
    public bool IsClean => Lost + Doubled + HalfWritten == 0;

    public static CrowdFigures Read(string line) => JsonSerializer.Deserialize<CrowdFigures>(line, Form) ?? throw new JsonException("An empty line.");

    public string ToJson() => JsonSerializer.Serialize(this, Form);
}

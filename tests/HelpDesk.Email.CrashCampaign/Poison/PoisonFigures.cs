using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Email.CrashCampaign.Poison;

/// <summary>The figures of a campaign of poisonous mails, as its last line has them.</summary>
internal sealed class PoisonFigures
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string Campaign { get; set; } = "poison";

    /// <summary>The kinds of poison.</summary>
    public string Kinds { get; set; } = string.Empty;

    public int Mails { get; set; }

    public int Poisonous { get; set; }

    /// <summary>Mails that are not poisonous and made their one ticket.</summary>
    public int OthersFinished { get; set; }

    /// <summary>Poisonous mails that ended in quarantine.</summary>
    public int Quarantined { get; set; }

    /// <summary>How often the broken step saw each poisonous mail, from and to.</summary>
    public string Attempts { get; set; } = string.Empty;

    /// <summary>Quarantined mails of which the octets are those that came.</summary>
    public int OctetsIdentical { get; set; }

    /// <summary>Quarantined mails that made their one ticket after the step was mended.</summary>
    public int Replayed { get; set; }

    /// <summary>How often the supervisor started the worker again.</summary>
    public int Restarts { get; set; }

    public int Lost { get; set; }

    public int Doubled { get; set; }

    /// <summary>Pairs of runs, with the step broken and mended.</summary>
    public int? Pairs { get; set; }

    /// <summary>The median of the loss of throughput of each pair, in percent.</summary>
    public double? LossPercent { get; set; }

    /// <summary>The loss of each pair.</summary>
    public IReadOnlyList<double>? Losses { get; set; }

    public int Seconds { get; set; }

    public string Date { get; set; } = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [JsonIgnore]
    public bool IsClean => Lost + Doubled == 0 && OthersFinished == Mails - Poisonous && Quarantined == Poisonous && OctetsIdentical == Poisonous && Replayed == Poisonous;

    public static PoisonFigures Read(string line) => JsonSerializer.Deserialize<PoisonFigures>(line, Form) ?? throw new JsonException("An empty line.");

    public string ToJson() => JsonSerializer.Serialize(this, Form);
}

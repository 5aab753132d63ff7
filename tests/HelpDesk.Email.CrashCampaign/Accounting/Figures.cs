using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>The figures of a campaign, as its last line has them.</summary>
internal sealed class Figures
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly List<double> _firstMails = [];

    public string Campaign { get; set; } = string.Empty;

    public string Store { get; set; } = string.Empty;

    public string Source { get; set; } = string.Empty;

    public string After { get; set; } = string.Empty;

    /// <summary>What was done to which call; <see langword="null"/> in other campaigns.</summary>
    public string? Calls { get; set; }

    /// <summary>The number of the last call that a run came to; <see langword="null"/> in other campaigns.</summary>
    public int? Reached { get; set; }

    public int Seed { get; set; }

    public int Kills { get; set; }

    /// <summary>Calls that failed, and times without the database: the worker may live on.</summary>
    public int Failures { get; set; }

    public int Mails { get; set; }

    public int Lost { get; set; }

    public int Doubled { get; set; }

    public int HalfWritten { get; set; }

    public int RepeatedSends { get; set; }

    public int Faults { get; set; }

    /// <summary>How many kills there were of each kind.</summary>
    public SortedDictionary<string, int> Kinds { get; set; } = new(StringComparer.Ordinal);

    /// <summary>From the start of a worker to its first finished mail, in ms.</summary>
    public int FirstMailMedian { get; set; }

    public int FirstMailMax { get; set; }

    /// <summary>The longest time from the end of an outage to the end of all work, in ms; <see langword="null"/> in other campaigns.</summary>
    public int? Resumed { get; set; }

    /// <summary>The most memory that a worker had in an outage, in MB; <see langword="null"/> in other campaigns.</summary>
    public int? PeakMegabytes { get; set; }

    public string Date { get; set; } = string.Empty;

    public int Seconds { get; set; }

    [JsonIgnore]
    public bool IsClean => Lost + Doubled + HalfWritten + Faults == 0;

    public static Figures Read(string line) => JsonSerializer.Deserialize<Figures>(line, Form) ?? throw new JsonException("An empty line.");

    public void Killed(string kind)
    {
        Kills++;
        Kinds[kind] = Kinds.GetValueOrDefault(kind) + 1;
    }

    /// <summary>Says how a worker lived through an outage.</summary>
    public void Lived(string outage, TimeSpan resumed, int peakMegabytes)
    {
        Failures++;
        Kinds[outage] = Kinds.GetValueOrDefault(outage) + 1;
        Resumed = Math.Max(Resumed ?? 0, (int)resumed.TotalMilliseconds);
        PeakMegabytes = Math.Max(PeakMegabytes ?? 0, peakMegabytes);
    }

    public void FirstMail(TimeSpan? time)
    {
        if (time is { } measured)
        {
            _firstMails.Add(measured.TotalMilliseconds);
        }
    }

    public void Enter(Findings findings)
    {
        Lost += findings.Lost.Count;
        Doubled += findings.Doubled.Count;
        HalfWritten += findings.HalfWritten.Count;
        Faults += findings.Faults.Count;
        RepeatedSends += findings.RepeatedSends;
    }

    public string ToJson()
    {
        if (_firstMails.Count > 0)
        {
            _firstMails.Sort();
            FirstMailMedian = (int)_firstMails[_firstMails.Count / 2];
            FirstMailMax = (int)_firstMails[^1];
        }

        return JsonSerializer.Serialize(this, Form);
    }
}

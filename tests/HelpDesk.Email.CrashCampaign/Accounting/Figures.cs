using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>The figures of a campaign, as its last line has them.</summary>
internal sealed class Figures
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly List<double> _firstMails = [];
    private readonly List<double> _firstMailCpus = [];
    private readonly List<double> _loads = [];

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

    /// <summary>The processor time of a worker up to its first finished mail, in ms, which depends less on what else the machine does.</summary>
    public int FirstMailCpuMedian { get; set; }

    /// <summary>How many threads of the whole machine wanted a processor on average.</summary>
    public double LoadMedian { get; set; }

    /// <summary>How long the database was away each time, in seconds; <see langword="null"/> in other campaigns.</summary>
    public int? Length { get; set; }

    /// <summary>The longest time from the end of an outage to a ticket of a mail that was posted after it, in ms; <see langword="null"/> in other campaigns.</summary>
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

    public void FirstMail(TimeSpan? time, TimeSpan cpu)
    {
        if (time is { } measured)
        {
            _firstMails.Add(measured.TotalMilliseconds);
            _firstMailCpus.Add(cpu.TotalMilliseconds);
        }
    }

    public void Load(double load) => _loads.Add(load);

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
        FirstMailMedian = (int)MedianOf(_firstMails);
        FirstMailMax = (int)_firstMails.DefaultIfEmpty().Max();
        FirstMailCpuMedian = (int)MedianOf(_firstMailCpus);
        LoadMedian = MedianOf(_loads);
        return JsonSerializer.Serialize(this, Form);
    }

    private static double MedianOf(List<double> values) => values.Order().ElementAtOrDefault(values.Count / 2);
}

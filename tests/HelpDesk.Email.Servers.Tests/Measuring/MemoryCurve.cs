using System.Globalization;

namespace HelpDesk.Email.Servers.Tests.Measuring;

/// <summary>The memory of this process as work goes on.</summary>
internal sealed class MemoryCurve
{
    private const double Mega = 1024 * 1024;

    // What caches and the system's own allocator may take yet after a quarter of the work; a leak of a mail's rows and octets is more.
    private const double MostResident = 32 * Mega;
    private const double MostManaged = 4 * Mega;

    private readonly List<(long Done, long Resident, long Managed)> _points = [];

    /// <summary>Whether it does not grow, behind the warming up.</summary>
    public bool IsFlat => _points[_points.Count / 4] is var early
        && _points[^1].Resident - early.Resident < MostResident
        && _points[^1].Managed - early.Managed < MostManaged;

    /// <summary>Measures, when so much is done.</summary>
    public void Add(long done) => _points.Add((done, ResidentMemory.AfterCollection(), GC.GetTotalMemory(forceFullCollection: false)));

    public override string ToString()
    {
        var points = string.Join(", ", _points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Done}: {point.Resident / Mega:0.0} ({point.Managed / Mega:0.0})")));
        return string.Create(CultureInfo.InvariantCulture, $"resident (of it managed) after a collection, MB: {points}; the later half grows by {Slope(point => point.Resident):0} ({Slope(point => point.Managed):0}) octets a mail");
    }

    // The line of least squares through the later half.
    private double Slope(Func<(long Done, long Resident, long Managed), long> octets)
    {
        var later = _points.Skip(_points.Count / 2).ToList();
        var (x, y) = (later.Average(point => point.Done), later.Average(octets));
        var width = later.Sum(point => (point.Done - x) * (point.Done - x));
        return width == 0 ? 0 : later.Sum(point => (point.Done - x) * (octets(point) - y)) / width;
    }
}

using System.Globalization;

namespace HelpDesk.Email.Servers.Tests.Measuring;

/// <summary>The memory of this process as work goes on.</summary>
internal sealed class MemoryCurve
{
    private const double Mega = 1024 * 1024;

    private readonly List<(long Done, long Octets, long Managed)> _points = [];

    /// <summary>Measures, when so much is done.</summary>
    public void Add(long done) => _points.Add((done, ResidentMemory.AfterCollection(), GC.GetTotalMemory(forceFullCollection: false)));

    /// <summary>By how many octets it grows with each thing that is done: the line of least squares through the later half, behind the warming up.</summary>
    public double Slope
    {
        get
        {
            var later = _points.Skip(_points.Count / 2).ToList();
            var (x, y) = (later.Average(point => point.Done), later.Average(point => point.Octets));
            var width = later.Sum(point => (point.Done - x) * (point.Done - x));
            return width == 0 ? 0 : later.Sum(point => (point.Done - x) * (point.Octets - y)) / width;
        }
    }

    public override string ToString()
    {
        var points = string.Join(", ", _points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Done}: {point.Octets / Mega:0.0} ({point.Managed / Mega:0.0})")));
        return string.Create(CultureInfo.InvariantCulture, $"resident (of it managed) after a collection, MB: {points}; slope of the later half {Slope:0} octets a mail");
    }
}

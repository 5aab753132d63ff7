using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>One row of the benchmark.</summary>
internal interface IBenchmarkRow
{
    /// <summary>The name by which it is chosen.</summary>
    string Name { get; }

    /// <summary>What it measures, in a sentence.</summary>
    string Measures { get; }

    /// <summary>Measures.</summary>
    IEnumerable<Figure> Run(PairedRunner runner);
}

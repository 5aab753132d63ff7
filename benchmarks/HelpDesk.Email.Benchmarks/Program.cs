using HelpDesk.Email.Benchmarks;
using HelpDesk.Email.Benchmarks.Children;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Rows;

if (args is [BigMailHost.Word, var port, var folder])
    return await BigMailHost.RunAsync(port, folder);

if (args is [IdleMailboxesHost.Word, var imap, var place, var count])
    return await IdleMailboxesHost.RunAsync(imap, place, count);

if (Choices.Read(args) is not { } choices)
{
    Console.Error.WriteLine(Choices.Usage);
    return 2;
}

if (choices.Rows.FirstOrDefault(name => BenchmarkRows.All.All(row => row.Name != name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no row '{unknown}'. There are: {string.Join(", ", BenchmarkRows.All.Select(row => row.Name))}");
    return 2;
}

if (choices.IsList)
{
    foreach (var row in BenchmarkRows.All)
        Console.WriteLine($"{row.Name,-17} {row.Measures}");
    return 0;
}

var rows = choices.Rows.Count == 0 ? BenchmarkRows.Usual : BenchmarkRows.All.Where(row => choices.Rows.Contains(row.Name));

var runner = new PairedRunner(choices.Pairs, TimeSpan.FromMilliseconds(choices.SliceMilliseconds));
var figures = new List<Figure>();
Console.WriteLine(ReportTable.Heading);
foreach (var figure in rows.SelectMany(row => row.Run(runner)))
{
    figures.Add(figure);
    Console.WriteLine(ReportTable.Line(figure));
}

if (choices.Json is { } path)
    ReportJson.Write(path, figures);
var missed = figures.Where(figure => figure.MissesBar).ToList();
Console.WriteLine(missed.Count == 0 ? "Every bar is reached." : $"{missed.Count} bars are missed: {string.Join(", ", missed.Select(figure => $"{figure.Row} ({figure.Name})"))}");
return choices.IsCheck && missed.Count > 0 ? 1 : 0;

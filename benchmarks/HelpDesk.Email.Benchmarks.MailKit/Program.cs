using HelpDesk.Email.Benchmarks.MailKit;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Rows;

Console.WriteLine(ReportTable.Heading);
foreach (var figure in await new MailKitRow(new BenchmarkMails()).RunAsync())
{
    Console.WriteLine(ReportTable.Line(figure));
}

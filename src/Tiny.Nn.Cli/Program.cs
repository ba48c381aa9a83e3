using Tiny.Nn.Cli;

return CommandLine.Run(args);

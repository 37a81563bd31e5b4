# One static file and nothing else: no shell, no packages to patch.
#
#   docker run --rm --network none -v "$PWD:/packages:ro" solcheck check .
FROM golang:1.26 AS build
WORKDIR /source
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /solcheck ./cmd/solcheck

FROM scratch
COPY --from=build /solcheck /solcheck
COPY --from=build /source/LICENSE /LICENSE
USER 65532:65532
WORKDIR /packages
ENTRYPOINT ["/solcheck"]
CMD ["check", "."]
